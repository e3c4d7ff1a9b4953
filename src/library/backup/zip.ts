import { strToU8, Unzip, type UnzipFile, UnzipInflate, Zip, ZipDeflate } from 'fflate';
import { joinBytes } from '../../core/text/join-bytes.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Zip stores local time: a date made of local parts gives the same bytes in every zone. */
const STAMP = new Date(2000, 0, 1);

/** Packs entries as they come, so that only their compressed bytes are held. */
export async function packZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Promise<Blob> {
  const parts: BlobPart[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else parts.push(new Uint8Array(chunk));
  });
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = STAMP;
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
    if (failure) throw failure;
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: 'application/zip' });
}

export interface UnpackLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry, and of all. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** Why an entry was left out, or the archive not read to its end. */
export type UnpackProblem = 'not-a-zip' | 'too-many' | 'too-large' | 'twice' | 'damaged';

export interface Unpacked {
  readonly name: string;
  readonly content?: Uint8Array<ArrayBuffer>;
  readonly problem?: UnpackProblem;
}

/** Small, so that a bomb's next burst is at most a thousand times this before it is noticed. */
const SLICE = 16 * 1024;

/**
 * Unpacks an archive, entry by entry, within limits: what an entry says of its own size is not believed, the bytes that
 * come out are counted. Only entries that `wanted` names are unpacked; the others are answered with no content.
 */
export async function* unpackZip(
  file: Blob,
  wanted: (name: string) => boolean,
  limits: UnpackLimits,
): AsyncGenerator<Unpacked> {
  const ready: Unpacked[] = [];
  const names = new Set<string>();
  const unfinished = new Set<string>();
  let total = 0;
  const unzip = new Unzip((entry) => {
    const name = entry.name;
    if (names.has(name)) return void ready.push({ name, problem: 'twice' });
    names.add(name);
    if (names.size > limits.entries) return void ready.push({ name, problem: 'too-many' });
    if (!wanted(name)) return void ready.push({ name });
    unfinished.add(name);
    unpackEntry(entry, limits.entryBytes, (unpacked, bytes) => {
      unfinished.delete(name);
      total += bytes;
      ready.push(unpacked);
    });
  });
  unzip.register(UnzipInflate);

  for (let at = 0; at < file.size; at += SLICE) {
    const chunk = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
    if (at === 0 && !isZip(chunk)) return yield { name: '', problem: 'not-a-zip' };
    try {
      unzip.push(chunk, at + SLICE >= file.size);
    } catch {
      // fflate throws on bytes that are no archive: what was whole before them has been answered.
      yield* ready.splice(0);
      return yield { name: '', problem: 'damaged' };
    }
    yield* ready.splice(0);
    if (total > limits.totalBytes || names.size > limits.entries) return yield { name: '', problem: 'too-large' };
  }
  for (const name of unfinished) yield { name, problem: 'damaged' };
}

/** Gathers one entry's bytes; past the limit it is let go of, and the bytes are only counted. */
function unpackEntry(entry: UnzipFile, limit: number, answer: (unpacked: Unpacked, bytes: number) => void): void {
  const name = entry.name;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let over = false;
  entry.ondata = (error, chunk, final) => {
    if (over) return;
    bytes += chunk?.length ?? 0;
    if (error) answer({ name, problem: 'damaged' }, bytes);
    else if (bytes > limit) answer({ name, problem: 'too-large' }, bytes);
    else chunks.push(chunk);
    over = final || error !== null || bytes > limit;
    if (over && bytes > limit) entry.terminate();
    else if (over && !error) answer({ name, content: joinBytes(chunks) }, bytes);
  };
  entry.start();
}

/** Local file header, or the end record of an empty archive (APPNOTE.TXT 4.3.7 and 4.3.16). */
function isZip([p, k, a, b]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}
