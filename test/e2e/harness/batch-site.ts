import type { SitePage } from './site.ts';

/** How many hosts the stories of `batchPages` are spread over. */
const HOSTS = 10;

/** Pages for a batch, by `host/path`, with a story of its own on each; the addresses are in the order of the batch. */
export function batchPages(count: number): { pages: Record<string, SitePage>; urls: string[] } {
  const keys = Array.from({ length: count }, (_, n) => `news${n % HOSTS}.example/2026/story-${n}`);
  const further = keys.filter((_, n) => LONG.has(n)).map((key): [string, SitePage] => [`${key}/2`, secondPage(key)]);
  return {
    pages: Object.fromEntries([...keys.map((key, n): [string, SitePage] => [key, firstPage(key, n)]), ...further]),
    urls: keys.map((key) => `http://${key}`),
  };
}

/** Stories of two pages: one that a test has fetched, one that it has opened in a tab. */
const LONG: ReadonlySet<number> = new Set([1, 30]);
/** How each paragraph of a second page begins, and of no other page. */
export const SECOND_PAGE = 'On the second page, the council';

function pageLinks(key: string): string {
  return `<p class="pages">Page <a href="http://${key}">1</a> <a href="http://${key}/2">2</a></p>`;
}

function firstPage(key: string, n: number): SitePage {
  const body = storyPage(n);
  return { body: LONG.has(n) ? body.replace('</article>', `</article>${pageLinks(key)}`) : body };
}

function secondPage(key: string): SitePage {
  const body = storyPage(Number(/\d+$/.exec(key)?.[0])).replaceAll('The council', SECOND_PAGE);
  return { body: body.replace('</article>', `</article>${pageLinks(key)}`) };
}

/** What makes the paragraphs of one story differ from those of all others. */
const THINGS = ['ferry', 'tram', 'bridge', 'harbour', 'library', 'market', 'school', 'theatre', 'station', 'museum'];

function storyPage(n: number): string {
  const thing = `${THINGS[n % THINGS.length]} ${n}`;
  const paragraphs = Array.from({ length: 6 }, (_, at) => {
    const opening = `The council of district ${n * 7 + at} said in its report number ${n * 31 + at} that the ${thing}`;
    return `<p>${opening} will open again in spring, after ${n + at + 2} months of work that cost ${n * 13 + at} million.</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Number ${n}: the ${thing} | Courier</title>
    <meta property="article:published_time" content="2026-03-0${(n % 9) + 1}T08:00:00+00:00"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Number ${n}: the ${thing}</h1>${paragraphs.join('')}</article></body></html>`;
}
