import {
  CENTRAL_HEADER,
  CENTRAL_HEADER_BYTES,
  END,
  END_64,
  END_64_BYTES,
  END_64_LOCATOR,
  END_64_LOCATOR_BYTES,
  END_BYTES,
  IN_ZIP64_16,
  IN_ZIP64_32,
  LOCAL_HEADER,
  ZIP64_FIELD,
} from './zip-layout.ts';

/** The end record is looked for in the last so many bytes: other programs append comments and padding. */
const END_WINDOW = 1024 * 1024;

/** A larger directory is not read: it is held in memory as a whole. */
const DIRECTORY_LIMIT = 256 * 1024 * 1024;

export interface DirectoryEntry {
  readonly name: string;
  /** 0: stored · 8: deflated. Others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins, in bytes from the start of the file. */
  readonly at: number;
}

/** An archive whose end is missing, or whose directory contradicts itself. */
export class DirectoryError extends Error {}

/**
 * Returns the entries of an archive in the order of its directory. Bytes before the archive and after it are skipped.
 *
 * @throws {DirectoryError}
 */
export async function readDirectory(file: Blob): Promise<DirectoryEntry[]> {
  const windowAt = Math.max(0, file.size - END_WINDOW);
  const tail = await viewOf(file, windowAt, file.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const place = await directoryPlace(file, tail, windowAt, at);
    const entries = place && (await entriesAt(file, place));
    if (entries) return entries;
  }
  throw new DirectoryError('no directory');
}

/** Where the directory is said to be. */
interface DirectoryPlace {
  readonly count: number;
  readonly at: number;
  readonly bytes: number;
  /** Bytes in the file before the archive: offsets count from there. */
  readonly prefix: number;
}

async function directoryPlace(
  file: Blob,
  tail: DataView,
  windowAt: number,
  at: number,
): Promise<DirectoryPlace | undefined> {
  let count = tail.getUint16(at + 10, true);
  let bytes = tail.getUint32(at + 12, true);
  let offset = tail.getUint32(at + 16, true);
  let endsAt = windowAt + at;
  if (count === IN_ZIP64_16 || bytes === IN_ZIP64_32 || offset === IN_ZIP64_32) {
    const end64 = await zip64End(file, windowAt + at);
    if (end64) ({ count, bytes, offset, endsAt } = end64);
  }
  const prefix = endsAt - bytes - offset;
  if (prefix < 0 || bytes > DIRECTORY_LIMIT || count * CENTRAL_HEADER_BYTES > bytes) return undefined;
  return { count, bytes, at: endsAt - bytes, prefix };
}

/** The end record for more than 65,535 entries or 4 GB, before the usual one. */
async function zip64End(file: Blob, endAt: number) {
  const locatorAt = endAt - END_64_LOCATOR_BYTES;
  if (locatorAt < 0) return undefined;
  const locator = await viewOf(file, locatorAt, endAt);
  if (locator.getUint32(0, true) !== END_64_LOCATOR) return undefined;
  // Right before the locator, where nothing extends it; at the offset it names otherwise.
  for (const endsAt of [locatorAt - END_64_BYTES, Number(locator.getBigUint64(8, true))]) {
    if (endsAt < 0 || endsAt + END_64_BYTES > file.size) continue;
    const view = await viewOf(file, endsAt, endsAt + END_64_BYTES);
    if (view.getUint32(0, true) !== END_64) continue;
    const [count, bytes, offset] = [32, 40, 48].map((field) => Number(view.getBigUint64(field, true)));
    return { count: count ?? 0, bytes: bytes ?? 0, offset: offset ?? 0, endsAt };
  }
  return undefined;
}

/** Returns nothing where the directory is not there, or the archive is one inside another whose end is missing. */
async function entriesAt(file: Blob, { count, at, bytes, prefix }: DirectoryPlace) {
  if (prefix > 0 && (await startsWithEntry(file))) return undefined;
  const directory = new Uint8Array(await file.slice(at, at + bytes).arrayBuffer());
  const view = new DataView(directory.buffer);
  const entries: DirectoryEntry[] = [];
  let from = 0;
  while (from + CENTRAL_HEADER_BYTES <= bytes && view.getUint32(from, true) === CENTRAL_HEADER) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(from + field, true));
    const nameAt = from + CENTRAL_HEADER_BYTES;
    const extraAt = nameAt + (nameBytes ?? 0);
    const next = extraAt + (extraBytes ?? 0) + (commentBytes ?? 0);
    if (next > bytes) return undefined;
    const sizes = sizesOf(view, from, extraAt, extraBytes ?? 0);
    entries.push({
      name: nameOf(directory.subarray(nameAt, extraAt)),
      method: view.getUint16(from + 10, true),
      isEncrypted: (view.getUint16(from + 8, true) & 1) === 1,
      crc: view.getUint32(from + 16, true),
      ...sizes,
      at: prefix + sizes.at,
    });
    from = next;
  }
  // Writers that know no zip64 count in 16 bits, and go round.
  return from === bytes && (entries.length & IN_ZIP64_16) === (count & IN_ZIP64_16) ? entries : undefined;
}

async function startsWithEntry(file: Blob): Promise<boolean> {
  return file.size >= 4 && (await viewOf(file, 0, 4)).getUint32(0, true) === LOCAL_HEADER;
}

function sizesOf(view: DataView, from: number, extraAt: number, extraBytes: number) {
  const sizes = {
    bytes: view.getUint32(from + 24, true),
    packedBytes: view.getUint32(from + 20, true),
    at: view.getUint32(from + 42, true),
  };
  let field = zip64Field(view, extraAt, extraBytes);
  // Only those that did not fit are in the field, in this order.
  for (const name of ['bytes', 'packedBytes', 'at'] as const) {
    if (sizes[name] !== IN_ZIP64_32 || field === undefined || field + 8 > extraAt + extraBytes) continue;
    sizes[name] = Number(view.getBigUint64(field, true));
    field += 8;
  }
  return sizes;
}

function zip64Field(view: DataView, extraAt: number, extraBytes: number): number | undefined {
  for (let at = extraAt; at + 4 <= extraAt + extraBytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === ZIP64_FIELD) return at + 4;
  }
  return undefined;
}

/** Names are UTF-8, or of an encoding that the archive does not tell: then they are only shown. */
function nameOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
