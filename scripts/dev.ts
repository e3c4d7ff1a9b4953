import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Builds, and again whenever something changed. A whole build takes a second or two and leaves both folders complete,
 * which a watcher of each part would not.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WATCHED = ['src', '_locales', 'icons', 'manifest.json'];

/** Editors write a file in several steps. */
const QUIET_MS = 200;

let building = false;
let changed = false;
let timer: NodeJS.Timeout | undefined;

function build(): void {
  changed = building;
  if (building) return;
  building = true;
  const command = [`${ROOT}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'];
  spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
    building = false;
    const result = code === 0 ? 'dist/chrome and dist/firefox are built' : 'the build failed';
    console.log(`${new Date().toLocaleTimeString()} ${result}`);
    if (changed) build();
  });
}

for (const path of WATCHED) {
  watch(ROOT + path, { recursive: path !== 'manifest.json' }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, QUIET_MS);
  });
}
build();
