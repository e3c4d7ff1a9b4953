import { homedir } from 'node:os';
import { join } from 'node:path';
import { COMPANION_NAME } from '../../sync/companion/protocol.ts';
import type { HostBrowser } from './browsers.ts';

/** The files of one browser's registration. */
export interface Places {
  /** What the browser reads. */
  readonly manifest: string;
  /** What the browser starts. */
  readonly launcher: string;
  /** What the started companion goes by. */
  readonly config: string;
  /** The key under which Windows tells a browser where the manifest is; elsewhere the place itself does. */
  readonly registryKey?: string;
}

/** @param key the browser's name on the command line. */
export function placesFor(key: string, { linux, darwin, win32 }: HostBrowser): Places {
  const own = ownFolder();
  const file = `${COMPANION_NAME}.json`;
  const config = join(own, `companion-${key}.json`);
  if (process.platform === 'win32') {
    const launcher = join(own, `companion-${key}.bat`);
    const registryKey = `HKCU\\${win32}\\${COMPANION_NAME}`;
    return { manifest: join(own, `${key}-${file}`), launcher, config, registryKey };
  }
  const folder = process.platform === 'darwin' ? join(homedir(), darwin) : linuxFolder(linux);
  return { manifest: join(folder, file), launcher: join(own, `companion-${key}.sh`), config };
}

function linuxFolder(path: string): string {
  return path.startsWith('.config/') ? join(configHome(), path.slice('.config/'.length)) : join(homedir(), path);
}

/** Of Linux (XDG Base Directory Specification); Chromium goes by it too. */
function configHome(): string {
  return process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
}

/** Where programs of this system keep what is theirs. */
function ownFolder(): string {
  const home = homedir();
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Jianbao');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Jianbao');
  return join(configHome(), 'jianbao');
}
