/**
 * Returns what two spellings of one path have in common: composed and case-folded, because on APFS and NTFS `A.md` and
 * `a.md`, or the two Unicode spellings of `é`, are the same file.
 */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
