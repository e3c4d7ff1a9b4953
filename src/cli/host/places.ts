import { posix, win32 } from 'node:path';
import { COMPANION_NAME } from '../../delivery/targets/companion/protocol.ts';
import type { HostBrowser } from './browsers.ts';

/** The system that the companion is installed on. */
export interface HostSystem {
  /** As `process.platform` has it; any other than Windows and macOS is taken for a Linux. */
  readonly platform: string;
  /** The user's home folder. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

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

const FILE = `${COMPANION_NAME}.json`;

/** @param key the browser's name on the command line. */
export function placesFor(key: string, hosts: HostBrowser, { platform, home, env }: HostSystem): Places {
  if (platform === 'win32') {
    const own = win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Jianbao');
    return {
      manifest: win32.join(own, `${key}-${FILE}`),
      launcher: win32.join(own, `companion-${key}.bat`),
      config: win32.join(own, `companion-${key}.json`),
      registryKey: `HKCU\\${hosts.win32}\\${COMPANION_NAME}`,
    };
  }
  // Of Linux (XDG Base Directory Specification); Chromium goes by it too.
  const configHome = env['XDG_CONFIG_HOME'] || posix.join(home, '.config');
  const isMac = platform === 'darwin';
  const own = isMac ? posix.join(home, 'Library/Application Support/Jianbao') : posix.join(configHome, 'jianbao');
  const folder = isMac ? posix.join(home, hosts.darwin) : linuxFolder(hosts.linux, home, configHome);
  return {
    manifest: posix.join(folder, FILE),
    launcher: posix.join(own, `companion-${key}.sh`),
    config: posix.join(own, `companion-${key}.json`),
  };
}

function linuxFolder(path: string, home: string, configHome: string): string {
  return path.startsWith('.config/') ? posix.join(configHome, path.slice('.config/'.length)) : posix.join(home, path);
}
