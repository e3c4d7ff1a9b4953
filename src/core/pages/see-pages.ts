import { TextMeasure } from '../extract/clean/text-measure.ts';
import { readAccessSignals } from '../extract/quality.ts';
import type { Modules } from '../model/modules.ts';
import type { PagesSeen } from '../model/pages-seen.ts';
import { findPages } from './find-pages.ts';

/**
 * The pages of the story that a page shows. A thread's further pages are other people's posts, and any number of them:
 * a thread counts as one page.
 *
 * @param document is only read.
 */
export function seePages(document: Document, url: string, { structure }: Partial<Modules>): PagesSeen {
  const seen = findPages(document, url);
  if (seen.others.length === 0) return seen;
  const { stated } = readAccessSignals(document);
  const { body } = document;
  const isThread = stated !== 'article' && structure?.readThread(body, new TextMeasure(body), stated) !== undefined;
  return isThread ? { ...seen, current: 1, others: [], total: 1 } : seen;
}
