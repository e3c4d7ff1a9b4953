import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a browser is still writing, and the empty file with which it holds the name meanwhile. */
function isFinished(file: string): boolean {
  if (/\.(crdownload|part|crswap)$/.test(file) || basename(file).startsWith('.org.chromium.')) return false;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

/** The finished files below a folder, as paths from it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => isFinished(join(folder, path)))
    .sort();
}
