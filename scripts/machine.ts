import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program and the Debian packages that bring it. */
export interface Need {
  readonly program: string;
  readonly packages: readonly string[];
}

/** Where browsers of the Chromium family are; the first found wins. */
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
 * programs that are still missing; never throws.
 */
export function installMissing(needs: readonly Need[]): string[] {
  const missing = needs.filter(({ program }) => !findProgram(program));
  if (missing.length > 0 && process.getuid?.() === 0 && findProgram('apt-get')) {
    console.log(`Installing ${missing.map(({ program }) => program).join(', ')} …`);
    apt('update');
    // Where one cannot be installed, the others still are.
    if (!apt('install', ...packagesOf(missing))) for (const need of missing) apt('install', ...need.packages);
  }
  return missing.map(({ program }) => program).filter((program) => !findProgram(program));
}

function packagesOf(needs: readonly Need[]): string[] {
  return [...new Set(needs.flatMap(({ packages }) => packages))];
}

/** Waits for another apt to end, and asks a mirror that does not answer again. */
const APT_OPTIONS = ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
const APT_PATIENCE_MS = 8 * 60_000;

/** @returns whether it worked; the output says why not. */
function apt(command: 'update' | 'install', ...packages: readonly string[]): boolean {
  const options = command === 'install' ? [...APT_OPTIONS, '--no-install-recommends'] : APT_OPTIONS;
  try {
    execFileSync('apt-get', [...options, command, ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: APT_PATIENCE_MS,
    });
    return true;
  } catch (error) {
    console.error(`apt-get ${[command, ...packages].join(' ')}: ${String(error).split('\n', 1)[0]}`);
    return false;
  }
}
