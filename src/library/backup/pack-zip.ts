import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from './crc-32.ts';
import {
  CENTRAL_HEADER,
  CENTRAL_HEADER_BYTES,
  DEFLATED,
  END,
  END_64,
  END_64_BYTES,
  END_64_LOCATOR,
  END_64_LOCATOR_BYTES,
  END_BYTES,
  IN_ZIP64_16,
  IN_ZIP64_32,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  STORED,
  ZIP64_FIELD,
} from './zip-layout.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** 1 January 2000, as MS-DOS counts: the same bytes in every time zone. */
const STAMP = ((2000 - 1980) << 25) | (1 << 21) | (1 << 16);

/** Names are UTF-8. */
const FLAGS = 0x0800;

/** Versions of the format that a reader has to know: for deflate, and for zip64. */
const NEEDS = 20;
const NEEDS_ZIP64 = 45;

/** The browser may keep a blob on the disk: so many bytes are held in memory until they become one. */
const HELD = 16 * 1024 * 1024;

/**
 * Packs entries as they come, so that little is held in memory. Sizes are before each entry's bytes, so that an archive
 * that is cut off can be read from the front; fflate's stream writer puts them behind, and knows no zip64, which
 * more than 4 GB need.
 */
export async function packZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Promise<Blob> {
  const file = createFile();
  const directory: Uint8Array<ArrayBuffer>[] = [];
  for await (const { name, content } of entries) {
    const at = file.size();
    const [nameBytes, bytes] = [strToU8(name), typeof content === 'string' ? strToU8(content) : content];
    const deflated = deflateSync(bytes, { level: 6 });
    const isSmaller = deflated.length < bytes.length;
    const packed = isSmaller ? deflated : bytes;
    const facts = {
      method: isSmaller ? DEFLATED : STORED,
      crc: crc32(bytes),
      packed: packed.length,
      size: bytes.length,
    };
    file.add(localHeader(facts, nameBytes), packed);
    directory.push(centralHeader(facts, nameBytes, at));
  }
  const at = file.size();
  file.add(...directory);
  file.add(...endOf(directory.length, at, file.size() - at));
  return file.blob();
}

function createFile() {
  let folded = new Blob([], { type: 'application/zip' });
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  const blob = (): Blob => {
    folded = new Blob([folded, ...parts], { type: 'application/zip' });
    [parts, held] = [[], 0];
    return folded;
  };
  return {
    blob,
    size: () => folded.size + held,
    add(...added: readonly Uint8Array<ArrayBuffer>[]): void {
      for (const part of added) {
        parts.push(part);
        held += part.length;
      }
      if (held > HELD) blob();
    },
  };
}

interface EntryFacts {
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
}

function localHeader(facts: EntryFacts, name: Uint8Array): Uint8Array<ArrayBuffer> {
  const { header, view } = newHeader(LOCAL_HEADER_BYTES + name.length);
  view.setUint32(0, LOCAL_HEADER, true);
  writeFacts(view, 4, facts, name.length, NEEDS);
  header.set(name, LOCAL_HEADER_BYTES);
  return header;
}

function centralHeader(facts: EntryFacts, name: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const isFar = at >= IN_ZIP64_32;
  const extra = isFar ? 12 : 0;
  const { header, view } = newHeader(CENTRAL_HEADER_BYTES + name.length + extra);
  view.setUint32(0, CENTRAL_HEADER, true);
  view.setUint16(4, isFar ? NEEDS_ZIP64 : NEEDS, true);
  writeFacts(view, 6, facts, name.length, isFar ? NEEDS_ZIP64 : NEEDS);
  view.setUint16(30, extra, true);
  view.setUint32(42, Math.min(at, IN_ZIP64_32), true);
  header.set(name, CENTRAL_HEADER_BYTES);
  if (isFar) {
    const field = CENTRAL_HEADER_BYTES + name.length;
    view.setUint16(field, ZIP64_FIELD, true);
    view.setUint16(field + 2, 8, true);
    view.setBigUint64(field + 4, BigInt(at), true);
  }
  return header;
}

/** The fields that both headers have, in one order. */
function writeFacts(view: DataView, from: number, facts: EntryFacts, nameBytes: number, needs: number): void {
  view.setUint16(from, needs, true);
  view.setUint16(from + 2, FLAGS, true);
  view.setUint16(from + 4, facts.method, true);
  view.setUint32(from + 6, STAMP, true);
  view.setUint32(from + 10, facts.crc, true);
  view.setUint32(from + 14, facts.packed, true);
  view.setUint32(from + 18, facts.size, true);
  view.setUint16(from + 22, nameBytes, true);
}

/** The records at the end, with those of zip64 where a number does not fit. */
function endOf(count: number, at: number, bytes: number): Uint8Array<ArrayBuffer>[] {
  const { header: end, view } = newHeader(END_BYTES);
  view.setUint32(0, END, true);
  view.setUint16(8, Math.min(count, IN_ZIP64_16), true);
  view.setUint16(10, Math.min(count, IN_ZIP64_16), true);
  view.setUint32(12, Math.min(bytes, IN_ZIP64_32), true);
  view.setUint32(16, Math.min(at, IN_ZIP64_32), true);
  const fits = count < IN_ZIP64_16 && bytes < IN_ZIP64_32 && at < IN_ZIP64_32;
  return fits ? [end] : [end64(count, at, bytes), locator64(at + bytes), end];
}

function end64(count: number, at: number, bytes: number): Uint8Array<ArrayBuffer> {
  const { header, view } = newHeader(END_64_BYTES);
  view.setUint32(0, END_64, true);
  // The record's size, without this field and the one before it.
  view.setBigUint64(4, BigInt(END_64_BYTES - 12), true);
  view.setUint16(12, NEEDS_ZIP64, true);
  view.setUint16(14, NEEDS_ZIP64, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(bytes), true);
  view.setBigUint64(48, BigInt(at), true);
  return header;
}

function locator64(end64At: number): Uint8Array<ArrayBuffer> {
  const { header, view } = newHeader(END_64_LOCATOR_BYTES);
  view.setUint32(0, END_64_LOCATOR, true);
  view.setBigUint64(8, BigInt(end64At), true);
  view.setUint32(16, 1, true);
  return header;
}

function newHeader(bytes: number) {
  const header = new Uint8Array(bytes);
  return { header, view: new DataView(header.buffer) };
}
