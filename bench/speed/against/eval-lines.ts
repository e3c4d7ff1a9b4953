import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

const SETS = fileURLToPath(new URL('../../../../shared/eval/data/', import.meta.url));

/** Pages of all evaluation sets as lines for `jianbao ndjson`, so many in all, evenly taken; none where there are no sets. */
export async function evalLines(count: number): Promise<readonly string[]> {
  if (!existsSync(SETS)) return [];
  const lines: string[] = [];
  for (const set of readdirSync(SETS).filter((name) => name.endsWith('.ndjson.gz'))) {
    for await (const line of createInterface({ input: createReadStream(`${SETS}${set}`).pipe(createGunzip()) })) {
      const { id, url, html } = JSON.parse(line) as { id: string; url: string; html: string };
      lines.push(JSON.stringify({ id: `${set} ${id}`, url, html }));
    }
  }
  const step = Math.max(1, lines.length / count);
  return Array.from({ length: Math.min(count, lines.length) }, (_, at) => lines[Math.floor(at * step)] ?? '');
}
