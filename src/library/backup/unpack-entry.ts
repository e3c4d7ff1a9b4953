import { inflateSync } from 'fflate';
import { crc32 } from './crc-32.ts';
import type { DirectoryEntry } from './zip-directory.ts';
import { DEFLATED, LOCAL_HEADER, LOCAL_HEADER_BYTES, STORED } from './zip-layout.ts';

/** Returns bytes of a file; fewer than asked for at its end. */
export type BytesAt = (at: number, length: number) => Promise<Uint8Array>;

/** Read at a time: entries follow one another, and most are small. */
const WINDOW = 4 * 1024 * 1024;

/** Reads a file in large pieces. */
export function windowOver(file: Blob): BytesAt {
  let from = 0;
  let held = new Uint8Array();
  return async (at, length) => {
    if (at < from || at + length > from + held.length) {
      held = new Uint8Array(await file.slice(at, at + Math.max(length, WINDOW)).arrayBuffer());
      from = at;
    }
    return held.subarray(at - from, at - from + length);
  };
}

/** Returns an entry's bytes; nothing where they are not what `entry` says. */
export async function unpackEntry(
  entry: DirectoryEntry,
  bytesAt: BytesAt,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { name, at, packedBytes, bytes, method, isEncrypted, crc } = entry;
  const head = isEncrypted ? undefined : await readLocalHeader(at, bytesAt);
  if (head?.name !== name) return undefined;
  const packed = await bytesAt(head.dataAt, packedBytes);
  if (packed.length !== packedBytes) return undefined;
  const content = method === STORED ? new Uint8Array(packed) : method === DEFLATED ? inflate(packed, bytes) : undefined;
  return content?.length === bytes && crc32(content) === crc ? content : undefined;
}

/** What an archive says of an entry before its bytes. */
export interface LocalHeader {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the entry's bytes begin. */
  readonly dataAt: number;
}

/** Returns nothing where there is no whole local header. */
export async function readLocalHeader(at: number, bytesAt: BytesAt): Promise<LocalHeader | undefined> {
  const head = await bytesAt(at, LOCAL_HEADER_BYTES);
  if (head.length < LOCAL_HEADER_BYTES) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (view.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const [flags, method, nameBytes, extraBytes] = [6, 8, 26, 28].map((field) => view.getUint16(field, true));
  const [crc, packedBytes, bytes] = [14, 18, 22].map((field) => view.getUint32(field, true));
  const name = await bytesAt(at + LOCAL_HEADER_BYTES, nameBytes ?? 0);
  return {
    name: new TextDecoder().decode(name),
    flags: flags ?? 0,
    method: method ?? 0,
    crc: crc ?? 0,
    packedBytes: packedBytes ?? 0,
    bytes: bytes ?? 0,
    dataAt: at + LOCAL_HEADER_BYTES + (nameBytes ?? 0) + (extraBytes ?? 0),
  };
}

/**
 * Inflates bytes, which may have others behind them.
 *
 * @param bytes the size that is expected: one byte more is room enough to see that there are too many.
 */
export function inflate(packed: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> | undefined {
  const out = new Uint8Array(bytes + 1);
  try {
    return out.subarray(0, inflateSync(packed, { out }).length);
  } catch {
    // fflate throws on bytes that no deflate has written.
    return undefined;
  }
}
