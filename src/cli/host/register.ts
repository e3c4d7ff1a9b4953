import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { COMPANION_NAME } from '../../sync/companion/protocol.ts';
import type { HostBrowser } from './browsers.ts';
import type { HostConfig, Program } from './config.ts';
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
  await write(places.launcher, launcher(config.program, places.config));
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
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function reg(...args: string[]): void {
  execFileSync('reg', args, { stdio: 'ignore' });
}

/** A browser starts one file, without arguments of ours: a script that names them. */
function launcher({ node, script }: Program, config: string): string {
  if (process.platform === 'win32') {
    const [quotedNode, quotedScript, quotedConfig] = [node, script, config].map(
      (path) => `"${path.replaceAll('%', '%%')}"`,
    );
    return `@echo off\r\nchcp 65001 >nul\r\n${quotedNode} ${quotedScript} host run --config ${quotedConfig} -- %*\r\n`;
  }
  const [quotedNode, quotedScript, quotedConfig] = [node, script, config].map(quoted);
  return `#!/bin/sh\nexec ${quotedNode} ${quotedScript} host run --config ${quotedConfig} -- "$@"\n`;
}

/** For the shell: as it stands, whatever it holds. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
