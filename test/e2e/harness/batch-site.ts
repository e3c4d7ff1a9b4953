import type { SitePage } from './site.ts';

/** How many hosts the stories of `batchPages` are spread over. */
const HOSTS = 10;

/** Pages for a batch, by `host/path`, with a story of its own on each; the addresses are in the order of the batch. */
export function batchPages(count: number): { pages: Record<string, SitePage>; urls: string[] } {
  const keys = Array.from({ length: count }, (_, n) => `news${n % HOSTS}.example/2026/story-${n}`);
  return {
    pages: Object.fromEntries(keys.map((key, n) => [key, { body: storyPage(n) }])),
    urls: keys.map((key) => `http://${key}`),
  };
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
