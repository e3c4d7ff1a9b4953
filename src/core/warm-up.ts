import { readDates } from './dates/read-dates.ts';
import { toMarkdown } from './markdown/to-markdown.ts';
import type { DateEvidence } from './model/date-evidence.ts';

const STORY =
  '<h2>A <em>story</em></h2><p><a href="https://example.com">Told</a> <b>twice</b>, <code>so</code>.<ul><li>1. And more</ul>';

const DATES: DateEvidence = {
  pageUrl: 'https://example.com/2024/03/05/story',
  canonical: '',
  language: 'en',
  manyMonths: false,
  siteText: '',
  jsonLd: { published: ['2024-03-05T08:00:00Z'], pagePublished: [], created: [], uploaded: [], modified: [] },
  meta: [['article:published_time', ['2024-03-05']]],
  marks: [],
  scripts: [],
  lines: [{ text: 'March 5, 2024 8:00 am', region: 'main' }],
  headline: 0,
};

/**
 * Does to next to nothing what `completeArticle` does: what has run once is compiled, and the first real story then takes
 * a fraction of the time.
 */
export function warmUp(parse: (html: string) => Element, now: Date): void {
  readDates(DATES, now);
  toMarkdown(parse(STORY));
}
