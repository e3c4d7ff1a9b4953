import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Served } from './quiet-page.ts';

const SHARED = new URL('../../../shared/eval/data/scrapinghub.ndjson.gz', import.meta.url);
const FIXTURES = new URL('../../test/pages/', import.meta.url);

/** Real news pages where the evaluation set is beside the project, every third of it; else the project's fixtures. */
export async function newsPages(
  count: number,
): Promise<{ readonly source: string; readonly pages: readonly Served[] }> {
  if (!existsSync(SHARED)) return { source: 'test/pages', pages: fixturePages().slice(0, count) };
  const pages: Served[] = [];
  let index = 0;
  for await (const line of createInterface({ input: createReadStream(SHARED).pipe(createGunzip()) })) {
    if (index++ % 3 === 0) pages.push(JSON.parse(line) as Served);
    if (pages.length >= count) break;
  }
  return { source: '../shared/eval', pages };
}

function fixturePages(): Served[] {
  return readdirSync(FIXTURES).map((slug) => ({
    url: `https://news.example/${slug}`,
    html: readFileSync(new URL(`${slug}/page.html`, FIXTURES), 'utf8'),
  }));
}
