import { inflateSync } from 'fflate';
import { crc32 } from './crc-32.ts';
import {
  type DirectoryEntry,
  DirectoryError,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  readDirectory,
} from './zip-directory.ts';

export interface UnpackLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry, and of all. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** Why an entry, or with an empty name the whole archive, was not read. */
export type UnpackProblem = 'not-a-zip' | 'cut-off' | 'too-many' | 'too-large' | 'twice' | 'damaged';

export interface ZipArchive {
  /** In the order of the directory, each name once. */
  readonly names: readonly string[];
  /** What is wrong with the archive as a whole, or with an entry that is not in `names`. */
  readonly problems: readonly { readonly name: string; readonly problem: UnpackProblem }[];
  /** Unpacks an entry. The bytes have the size and the CRC-32 that the directory says. */
  read(name: string): Promise<{ readonly content: Uint8Array<ArrayBuffer> } | { readonly problem: UnpackProblem }>;
}

/** Read at a time: entries follow one another, and most are small. */
const WINDOW = 4 * 1024 * 1024;

/** Method of compression: stored, deflated. */
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive by its directory at the end of the file. What is between is never searched for entries, so the
 * content of one cannot pass for others.
 */
export async function openZip(file: Blob, limits: UnpackLimits): Promise<ZipArchive> {
  try {
    return archiveOf(file, await readDirectory(file), limits);
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const problem = p === 0x50 && k === 0x4b ? 'cut-off' : 'not-a-zip';
    return { names: [], problems: [{ name: '', problem }], read: async () => ({ problem }) };
  }
}

function archiveOf(file: Blob, directory: readonly DirectoryEntry[], limits: UnpackLimits): ZipArchive {
  if (directory.length > limits.entries) {
    const problem = 'too-many';
    return { names: [], problems: [{ name: '', problem }], read: async () => ({ problem }) };
  }
  const entries = new Map<string, DirectoryEntry>();
  const problems: { name: string; problem: UnpackProblem }[] = [];
  for (const entry of directory) {
    if (entry.name.endsWith('/') && entry.bytes === 0) continue;
    if (entries.has(entry.name)) problems.push({ name: entry.name, problem: 'twice' });
    else entries.set(entry.name, entry);
  }
  const overlapping = overlaps([...entries.values()]);
  const bytesAt = windowOver(file);
  let total = 0;
  return {
    names: [...entries.keys()],
    problems,
    async read(name) {
      const entry = entries.get(name);
      if (!entry || overlapping.has(entry)) return { problem: 'damaged' };
      total += entry.bytes;
      if (entry.bytes > limits.entryBytes || total > limits.totalBytes) return { problem: 'too-large' };
      const content = await unpack(entry, bytesAt, file.size);
      return content ? { content } : { problem: 'damaged' };
    },
  };
}

/** Entries that share bytes: a bomb's way to unpack a little many times (Fifield, “A better zip bomb”, WOOT 2019). */
function overlaps(entries: readonly DirectoryEntry[]): ReadonlySet<DirectoryEntry> {
  const found = new Set<DirectoryEntry>();
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < end) found.add(entry);
    end = Math.max(end, entry.at + LOCAL_HEADER_BYTES + entry.packedBytes);
  }
  return found;
}

type BytesAt = (at: number, length: number) => Promise<Uint8Array>;

/** Reads a file in large pieces. */
function windowOver(file: Blob): BytesAt {
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

/** The entry's bytes; nothing where they are not what the directory says. */
async function unpack(entry: DirectoryEntry, bytesAt: BytesAt, fileBytes: number) {
  const { name, at, packedBytes, bytes, method, isEncrypted, crc } = entry;
  if (isEncrypted || at + LOCAL_HEADER_BYTES + packedBytes > fileBytes) return undefined;
  const head = await bytesAt(at, LOCAL_HEADER_BYTES);
  if (head.length < LOCAL_HEADER_BYTES) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (view.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const nameBytes = view.getUint16(26, true);
  const dataAt = at + LOCAL_HEADER_BYTES + nameBytes + view.getUint16(28, true);
  const localName = new TextDecoder().decode(await bytesAt(at + LOCAL_HEADER_BYTES, nameBytes));
  const packed = await bytesAt(dataAt, packedBytes);
  if (localName !== name || packed.length !== packedBytes) return undefined;
  const content = method === STORED ? new Uint8Array(packed) : method === DEFLATED ? inflate(packed, bytes) : undefined;
  return content?.length === bytes && crc32(content) === crc ? content : undefined;
}

/** One byte more than there should be is room enough to see that there are too many. */
function inflate(packed: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> | undefined {
  const out = new Uint8Array(bytes + 1);
  try {
    return out.subarray(0, inflateSync(packed, { out }).length);
  } catch {
    // fflate throws on bytes that no deflate has written.
    return undefined;
  }
}
