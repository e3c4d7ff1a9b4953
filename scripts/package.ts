/** `npm run package`: the zips for the stores from what `npm run build` wrote. The same files give the same bytes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { type PackedFile, writeZip } from './write-zip.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

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
      deflated: deflateRawSync(content, { level: 9 }),
    });
  }
  const zip = writeZip(files);
  const name = `jianbao-${version}-${browser}.zip`;
  writeFileSync(join(dist, name), zip);
  console.log(`dist/${name}: ${paths.length} files, ${Math.ceil(zip.length / 1000)} kB`);
}
