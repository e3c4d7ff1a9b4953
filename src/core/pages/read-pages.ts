import type { Article } from '../model/article.ts';
import type { FurtherPage, PagesSeen } from '../model/pages-seen.ts';
import { areOneStory } from './story-titles.ts';

/** A clipped page of a story, and what it says of the others. */
export interface ReadPage {
  readonly article: Article;
  readonly seen: PagesSeen;
}

/** A page of a story under its number. */
export interface NumberedArticle {
  readonly number: number;
  readonly article: Article;
}

/** How far the reading is. */
export interface PagesProgress {
  /** Pages that are there, the first among them. */
  readonly read: number;
  readonly total: number;
}

export interface ReadPagesMeans {
  /** Fetches and clips one page. Rejects where it cannot be had. */
  readonly read: (page: FurtherPage, signal: AbortSignal) => Promise<ReadPage>;
  readonly onProgress?: (progress: PagesProgress) => void;
  /** Ends the reading; what is there is kept. */
  readonly signal?: AbortSignal;
}

/** The pages of a story that were read, in order, and the numbers of those that were not. */
export interface PagesRead {
  readonly pages: readonly NumberedArticle[];
  readonly missing: readonly number[];
}

/** The same with what was thrown for a missing page, by its number. */
export interface PagesTried extends PagesRead {
  readonly reasons: ReadonlyMap<number, unknown>;
}

/** No story has more; what has is a thread or a list. */
export const MOST_PAGES = 40;

/** UTF-16 units of HTML of all pages together. */
const MOST_HTML = 8_000_000;

/** So many pages that fail one after another: the server does not answer. */
const MOST_FAILURES = 2;

/**
 * Reads the other pages of a story one after another, from the lowest number up. Each page may name further ones. Ends at
 * a page that is of another story, or that repeats one, at the limits, and where `signal` says so. Never rejects.
 */
export async function readPages(
  first: ReadPage,
  { read, onProgress, signal = new AbortController().signal }: ReadPagesMeans,
): Promise<PagesTried> {
  const { current } = first.seen;
  const pages = new Map<number, Article>([[current, first.article]]);
  const known = new Map(first.seen.others.map(({ number, url }) => [number, url]));
  const tried = new Set([current]);
  const reasons = new Map<number, unknown>();
  let { total } = first.seen;
  let [failures, size] = [0, first.article.html.length];
  while (!signal.aborted && pages.size < MOST_PAGES && size < MOST_HTML && failures < MOST_FAILURES) {
    const number = Math.min(...[...known.keys()].filter((one) => !tried.has(one)));
    const url = known.get(number);
    if (url === undefined) break;
    tried.add(number);
    onProgress?.({ read: pages.size, total: Math.max(total, number) });
    const [outcome] = await Promise.allSettled([untilAborted(read({ number, url }, signal), signal)]);
    if (outcome.status === 'rejected') {
      reasons.set(number, outcome.reason);
      failures++;
      continue;
    }
    const page = outcome.value;
    failures = 0;
    if (!isOfStory(page, first) || isRepeated(page.article, [...pages.values()])) {
      if (pages.size === 1) return { ...inOrder(pages, current), missing: [], reasons };
      break;
    }
    pages.set(number, page.article);
    size += page.article.html.length;
    for (const other of page.seen.others) if (!known.has(other.number)) known.set(other.number, other.url);
    total = Math.max(total, page.seen.total);
  }
  return { ...inOrder(pages, Math.max(total, ...known.keys())), reasons };
}

function inOrder(pages: ReadonlyMap<number, Article>, total: number): PagesRead {
  const all = Array.from({ length: total }, (_, at) => at + 1);
  return {
    pages: [...pages].map(([number, article]) => ({ number, article })).sort((a, b) => a.number - b.number),
    missing: all.filter((number) => !pages.has(number)),
  };
}

function isOfStory({ article, seen }: ReadPage, first: ReadPage): boolean {
  // A redirect may lead to another site.
  if (new URL(article.pageUrl).origin !== new URL(first.article.pageUrl).origin) return false;
  return areOneStory(
    [first.article.title.value, ...first.seen.titles],
    [article.title.value, ...seen.titles],
    first.article.siteName.value,
  );
}

/** True where a server answers a page that it does not have with another one. */
function isRepeated({ text }: Article, others: readonly Article[]): boolean {
  return others.some((other) => other.text === text);
}

/** Rejects at once where the signal says so, whatever the work does. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
