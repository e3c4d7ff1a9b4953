import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program and the Debian packages that bring it. */
export interface Need {
  readonly program: string;
  readonly packages: readonly string[];
}

/** Where browsers of the Chromium family lie, the first found wins. */
const BROWSERS: Readonly<Record<string, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The path of a program: as given where it is one, else by `PATH`. */
export function findProgram(program: string): string | undefined {
  if (program.includes('/') || program.includes('\\')) return existsSync(program) ? program : undefined;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** An installed Chrome, Chromium or Edge: `CHROME_PATH` where set, else the first that is found. */
export function findChromium(): string | undefined {
  const told = process.env['CHROME_PATH'];
  const candidates = told ? [told] : (BROWSERS[process.platform] ?? []);
  return candidates.map(findProgram).find((path) => path !== undefined);
}

/**
 * Installs what is missing with apt, where that can be done without asking: as root on Debian and its kin. Gives the
 * programs that are still missing.
 */
export function installMissing(needs: readonly Need[]): string[] {
  const missing = needs.filter(({ program }) => !findProgram(program));
  if (missing.length === 0) return [];
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    const packages = [...new Set(missing.flatMap((need) => need.packages))];
    console.log(`Installing ${packages.join(', ')} …`);
    const apt = (...args: string[]): void => {
      execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=500', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  }
  return missing.map(({ program }) => program).filter((program) => !findProgram(program));
}
