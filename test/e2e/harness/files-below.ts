import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The finished files below a folder, as paths from it, sorted. Undefined while there is none. */
export function filesBelow(folder: string): string[] | undefined {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/\.(crdownload|part|crswap)$/.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  return files.length > 0 ? files : undefined;
}
