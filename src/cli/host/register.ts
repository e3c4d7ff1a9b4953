import { execFileSync } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { COMPANION_NAME } from '../../delivery/targets/companion/protocol.ts';
import { makeFolder } from '../make-folder.ts';
import type { HostBrowser } from './browsers.ts';
import type { HostConfig } from './config.ts';
import { launcherText } from './launcher-text.ts';
import type { Places } from './places.ts';

/** Tells a browser of the companion. Doing it again replaces what was there. */
export async function register(places: Places, config: HostConfig, { family }: HostBrowser): Promise<void> {
  const allowed = family === 'gecko' ? 'allowed_extensions' : 'allowed_origins';
  const manifest = {
    name: COMPANION_NAME,
    description: 'Jianbao writes posts into a folder of yours.',
    path: places.launcher,
    type: 'stdio',
    [allowed]: [config.caller],
  };
  await write(places.config, json(config));
  await write(places.launcher, launcherText(config.program, places.config, process.platform));
  await chmod(places.launcher, 0o700);
  await write(places.manifest, json(manifest));
  if (places.registryKey) reg('add', places.registryKey, '/ve', '/t', 'REG_SZ', '/d', places.manifest, '/f');
}

/** Takes the registration back. Nothing in the folder is touched. */
export async function unregister({ manifest, launcher, config, registryKey }: Places): Promise<void> {
  if (registryKey) reg('delete', registryKey, '/f');
  for (const path of [manifest, launcher, config]) await rm(path, { force: true });
}

async function write(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, text);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function reg(...args: string[]): void {
  execFileSync('reg', args, { stdio: 'ignore' });
}
