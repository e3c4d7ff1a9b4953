import { basename, dirname } from 'node:path';
import { ClipError } from '../core/model/failure.ts';
import { codeOf, isUnfinished } from './write-whole.ts';

/** Why a disk refuses, and what to do, by Node's error code; `%` is the path. */
const SENTENCES: Readonly<Record<string, string>> = {
  EROFS: '% is on a disk that can only be read. Mount the disk for writing, or name another folder.',
  EACCES: 'This user has no right to open %. Change its rights, or name another folder.',
  EPERM: 'The system does not allow % to be changed. Change its rights, or name another folder.',
  EEXIST: '% is in the way: it is no folder. Move it, or name another folder.',
  ENOTDIR: 'A file is in the way of %. Move it, or name another folder.',
  ENOSPC: 'The disk is full. Make room, then run the command again; what was saved stays.',
  EDQUOT: 'Your share of the disk is used up. Make room, then run the command again; what was saved stays.',
  EIO: 'The disk reports a fault. Check it before you run the command again; what was saved stays.',
};

/**
 * Returns what to tell the person at the terminal where a disk refused to be read or written.
 *
 * @param error what `node:fs` threw, or the `ClipError` that was made of it.
 * @returns nothing for any other error.
 */
export function diskSentence(error: unknown): string | undefined {
  const cause = error instanceof ClipError ? error.cause : error;
  const sentence = SENTENCES[codeOf(cause)];
  const path = pathOf(cause);
  // A request that is refused has such a code too, and no path.
  return path === undefined && sentence?.includes('%') ? undefined : sentence?.replace('%', () => path ?? '');
}

/** The path that an error names; that of the folder where it is a file of `writeWhole`, which no user knows. */
function pathOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('path' in error) || typeof error.path !== 'string') return undefined;
  return isUnfinished(basename(error.path)) ? dirname(error.path) : error.path;
}
