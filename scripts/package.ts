/** `npm run package`: the zips for the stores from what `npm run build` wrote. The same files make the same bytes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateAsync } from '@gfx/zopfli';
import { type PackedFile, writeZip } from './write-zip.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Five rounds come within half a percent of fifteen. */
const ZOPFLI = { numiterations: 5 };

/** Nearly all files are the same for both browsers. */
const packed = new Map<string, Promise<Uint8Array>>();

function deflate(content: Buffer): Promise<Uint8Array> {
  const key = content.toString('latin1');
  const deflated = packed.get(key) ?? deflateAsync(content, ZOPFLI);
  packed.set(key, deflated);
  return deflated;
}

for (const browser of ['chrome', 'firefox']) {
  const folder = join(dist, browser);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files: PackedFile[] = [];
  for (const path of paths) {
    const content = readFileSync(path);
    files.push({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      content,
      deflated: await deflate(content),
    });
  }
  const zip = writeZip(files);
  const name = `jianbao-${version}-${browser}.zip`;
  writeFileSync(join(dist, name), zip);
  console.log(`dist/${name}: ${paths.length} files, ${Math.ceil(zip.length / 1000)} kB`);
}
