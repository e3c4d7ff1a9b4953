import { readdirSync, readFileSync } from 'node:fs';

/** Kills the companions that were installed in a user's home, as a crash would. Gives how many there were. */
export function killCompanions(userHome: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isCompanion(name, userHome));
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
  return pids.length;
}

function isCompanion(pid: string, userHome: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes('host') && command.some((part) => part.startsWith(`${userHome}/.config/jianbao/`));
  } catch (error) {
    // It ended while we looked.
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))) return false;
    throw error;
  }
}
