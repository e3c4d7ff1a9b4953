import { type BytesAt, inflate, type LocalHeader, readLocalHeader, unpackEntry } from './unpack-entry.ts';
import type { DirectoryEntry } from './zip-directory.ts';
import { DATA_DESCRIPTOR, DATA_DESCRIPTOR_BYTES, DEFLATED, STORED } from './zip-layout.ts';

export interface WalkLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry, and of all. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** General purpose bits: the bytes are encrypted · sizes and CRC-32 are behind the bytes. */
const ENCRYPTED = 1;
const SIZES_BEHIND = 8;

/** How far the end of an entry is looked for at first, in bytes. */
const REACH = 64 * 1024;

/**
 * Reads the entries of an archive whose directory is missing, from the front: each begins exactly where the one before
 * it ends. What is between is never searched for entries, so the content of one cannot pass for others. The walk ends at
 * the first entry that is not whole: its size, its CRC-32 and the end of its compressed bytes must all be as it says.
 */
export async function walkEntries(bytesAt: BytesAt, limits: WalkLimits): Promise<DirectoryEntry[]> {
  const entries: DirectoryEntry[] = [];
  let [at, total] = [0, 0];
  while (entries.length < limits.entries) {
    const found = await entryAt(at, bytesAt, limits);
    total += found?.entry.bytes ?? 0;
    if (!found || total > limits.totalBytes) break;
    entries.push(found.entry);
    at = found.end;
  }
  return entries;
}

interface FoundEntry {
  readonly entry: DirectoryEntry;
  /** Where the next record begins. */
  readonly end: number;
}

async function entryAt(at: number, bytesAt: BytesAt, limits: WalkLimits): Promise<FoundEntry | undefined> {
  const head = await readLocalHeader(at, bytesAt);
  if (!head) return undefined;
  const isBehind = (head.flags & SIZES_BEHIND) !== 0;
  const sizes = isBehind ? await sizesBehind(head, bytesAt, limits) : head;
  if (!sizes || Math.max(sizes.bytes, sizes.packedBytes) > limits.entryBytes) return undefined;
  const { name, method } = head;
  const { crc, packedBytes, bytes } = sizes;
  const entry = { name, method, isEncrypted: (head.flags & ENCRYPTED) !== 0, crc, packedBytes, bytes, at };
  const packed = await bytesAt(head.dataAt, packedBytes);
  if (!endsThere(method, packed, bytes) || !(await unpackEntry(entry, bytesAt))) return undefined;
  return { entry, end: head.dataAt + packedBytes + (isBehind ? DATA_DESCRIPTOR_BYTES : 0) };
}

/**
 * Whether the compressed bytes end where they are said to. The blocks of deflate say themselves which is the last (RFC
 * 1951, 3.2.3): bytes of which the last can be left out have ended before.
 */
function endsThere(method: number, packed: Uint8Array, bytes: number): boolean {
  if (method === STORED) return packed.length === bytes;
  return method === DEFLATED && packed.length > 0 && inflate(packed.subarray(0, -1), bytes) === undefined;
}

/** Finds the record behind an entry's bytes that says how many they are, by that number. */
async function sizesBehind({ dataAt, method }: LocalHeader, bytesAt: BytesAt, limits: WalkLimits) {
  let from = 0;
  for (let reach = REACH; method === DEFLATED; reach *= 2) {
    const data = await bytesAt(dataAt, reach);
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    for (; from + DATA_DESCRIPTOR_BYTES <= data.length; from++) {
      if (view.getUint32(from, true) !== DATA_DESCRIPTOR || view.getUint32(from + 8, true) !== from) continue;
      const sizes = { crc: view.getUint32(from + 4, true), packedBytes: from, bytes: view.getUint32(from + 12, true) };
      const packed = data.subarray(0, from);
      const isSound = sizes.bytes <= limits.entryBytes && inflate(packed, sizes.bytes)?.length === sizes.bytes;
      // Complete bytes of deflate are never the beginning of longer ones: where they end, the entry ends.
      if (isSound) return endsThere(method, packed, sizes.bytes) ? sizes : undefined;
    }
    if (data.length < reach || reach > limits.entryBytes) break;
  }
  return undefined;
}
