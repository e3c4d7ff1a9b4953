import { execFileSync } from 'node:child_process';

/**
 * Protects a folder from being written to while the work is done; root is kept out too. Says on the console where the
 * file system or the user's rights do not allow it.
 *
 * @returns whether the work was done.
 */
export async function whileWriteProtected(folder: string, work: () => Promise<void>): Promise<boolean> {
  try {
    execFileSync('chattr', ['+i', folder], { stdio: 'ignore' });
  } catch {
    console.warn('skipped: no right to write-protect a folder');
    return false;
  }
  try {
    await work();
  } finally {
    execFileSync('chattr', ['-i', folder]);
  }
  return true;
}
