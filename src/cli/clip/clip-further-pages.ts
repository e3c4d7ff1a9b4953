import type { Article } from '../../core/model/article.ts';
import type { FurtherPage } from '../../core/model/pages-seen.ts';
import { asOnePage } from '../../core/pages/as-one-page.ts';
import { pageRanges } from '../../core/pages/page-ranges.ts';
import { type PagesRead, type ReadPage, readPages } from '../../core/pages/read-pages.ts';
import type { Page } from '../dom.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { JudgedFetch } from '../judged-fetch.ts';
import { loadPage } from '../load.ts';

/** A story with all of its pages that could be had. */
export interface WholeStory {
  readonly article: Article;
  /** Which pages are missing and why, each as a sentence. */
  readonly problems: readonly string[];
  /** What was thrown for missing pages. */
  readonly failures: readonly unknown[];
}

export interface FurtherPagesMeans {
  /** Whether further pages are read; else they are named. */
  readonly pages: boolean;
  readonly fetch: JudgedFetch;
  readonly timeoutSeconds: number;
  /** Clips one page. @throws {ClipError} */
  readonly clip: (page: Page, now: Date) => Promise<ReadPage>;
  readonly join: (pages: PagesRead) => Promise<Article>;
}

/**
 * Clips the further pages of a story, one after another, and joins them with the first. Where they are not asked for, the
 * article is returned as it is, with a sentence that says which there are.
 */
export async function clipFurtherPages(first: ReadPage, means: FurtherPagesMeans, now: Date): Promise<WholeStory> {
  const { article, seen } = first;
  if (seen.others.length === 0) return { article, problems: [], failures: [] };
  if (!means.pages) {
    const hint = `The story has ${seen.total} pages, and only page ${seen.current} is in the post; --pages reads the others too.`;
    return { article: asOnePage(first), problems: [hint], failures: [] };
  }
  const { clip, timeoutSeconds, fetch } = means;
  const read = async ({ url }: FurtherPage): Promise<ReadPage> =>
    clip(await loadPage(url, { timeoutSeconds, fetch }), now);
  const { reasons, ...whole } = await readPages(first, { read });
  const problems = whole.missing.length === 0 ? [] : [missingSentence(whole.missing, reasons)];
  return { article: await means.join(whole), problems, failures: [...reasons.values()] };
}

function missingSentence(missing: readonly number[], reasons: ReadonlyMap<number, unknown>): string {
  const [reason] = missing.flatMap((number) => reasons.get(number) ?? []);
  const pages =
    missing.length === 1 ? `Page ${missing[0]} of the story is` : `Pages ${pageRanges(missing)} of the story are`;
  return `${pages} missing in the post${reason === undefined ? '.' : `: ${failureSentence(reason)}`}`;
}
