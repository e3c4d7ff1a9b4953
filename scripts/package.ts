/** `npm run package`: the zips for the stores from what `npm run build` wrote. The same files give the same bytes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Zip times are local times without a zone: made from local fields, they are the same bytes in every zone. */
const TIME = new Date(2000, 0, 1, 0, 0, 0);

/** A store gives the extension an id of its own, and takes no `key`. */
function forStore(manifest: string): Uint8Array {
  const { key: _unpacked, ...rest } = JSON.parse(manifest) as Record<string, unknown>;
  return new TextEncoder().encode(`${JSON.stringify(rest, null, 2)}\n`);
}

for (const browser of ['chrome', 'firefox']) {
  const folder = join(dist, browser);
  const files: Zippable = {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    const content = name === 'manifest.json' ? forStore(readFileSync(path, 'utf8')) : readFileSync(path);
    files[name] = [content, { mtime: TIME, level: 9, os: 3 }];
  }
  const zip = zipSync(files);
  const name = `jianbao-${version}-${browser}.zip`;
  writeFileSync(join(dist, name), zip);
  console.log(`dist/${name}: ${paths.length} files, ${Math.ceil(zip.length / 1000)} kB`);
}
