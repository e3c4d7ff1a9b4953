import { execFileSync } from 'node:child_process';

/**
 * Mounts a disk of 64 KiB over a folder, runs the work, and takes the disk away. Says on the console where there is no
 * right to mount one.
 */
export async function onSmallDisk(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    console.warn('skipped: no right to mount a small disk');
    return;
  }
  try {
    await work();
  } finally {
    execFileSync('umount', [folder]);
  }
}
