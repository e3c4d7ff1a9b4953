import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of every post below a folder. */
export function postsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
