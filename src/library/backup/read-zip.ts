import { type BytesAt, unpackEntry, windowOver } from './unpack-entry.ts';
import { type WalkLimits, walkEntries } from './walk-entries.ts';
import { type DirectoryEntry, DirectoryError, readDirectory } from './zip-directory.ts';
import { LOCAL_HEADER_BYTES } from './zip-layout.ts';

export type UnpackLimits = WalkLimits;

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

/**
 * Opens an archive by its directory at the end of the file. What is between is never searched for entries, so the
 * content of one cannot pass for others. Where the directory is missing, the entries that are whole are read from the
 * front, and the problem is `cut-off`.
 */
export async function openZip(file: Blob, limits: UnpackLimits): Promise<ZipArchive> {
  const bytesAt = windowOver(file);
  try {
    return archiveOf(bytesAt, await readDirectory(file), limits);
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
  }
  const [p, k] = await bytesAt(0, 2);
  const problem = p === 0x50 && k === 0x4b ? 'cut-off' : 'not-a-zip';
  const archive = archiveOf(bytesAt, await walkEntries(bytesAt, limits), limits);
  return { ...archive, problems: [{ name: '', problem }, ...archive.problems] };
}

function archiveOf(bytesAt: BytesAt, directory: readonly DirectoryEntry[], limits: UnpackLimits): ZipArchive {
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
  let total = 0;
  return {
    names: [...entries.keys()],
    problems,
    async read(name) {
      const entry = entries.get(name);
      if (!entry || overlapping.has(entry)) return { problem: 'damaged' };
      total += entry.bytes;
      if (Math.max(entry.bytes, entry.packedBytes) > limits.entryBytes || total > limits.totalBytes)
        return { problem: 'too-large' };
      const content = await unpackEntry(entry, bytesAt);
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
