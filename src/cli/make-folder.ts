import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, unlessMissing } from './write-whole.ts';

/**
 * Makes a folder, and those above it, where they are missing. Node's recursive `mkdir` (20.20) says `ENOENT` for a disk
 * that can only be read; this says what the system says.
 *
 * @throws the system's error.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((await stat(path).catch(unlessMissing))?.isDirectory()) return;
    const above = dirname(path);
    const isMissing = codeOf(error) === 'ENOENT' && above !== path && !(await lstat(path).catch(unlessMissing));
    if (!isMissing) throw error;
    await makeFolder(above);
    await makeFolder(path);
  }
}
