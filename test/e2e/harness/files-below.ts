import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a browser is still writing, and the empty file with which it holds the name meanwhile. */
function isFinished(file: string): boolean {
  return !/\.(crdownload|part|crswap)$/.test(file) && statSync(file).isFile() && statSync(file).size > 0;
}

/** The finished files below a folder, as paths from it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => isFinished(join(folder, path)))
    .sort();
}
