import { detectLanguage } from '../../core/metadata/language.ts';
import type { Published } from '../../core/model/article.ts';
import type { Draft } from '../../core/model/draft.ts';
import type { FrontMatterFields } from './read-post.ts';

/** `2024-03-01`, with a time, with seconds, with an offset; a space for the `T` and `+0800` as Jekyll writes them. */
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** Characters of a story that tell its script. */
const SAMPLE = 2_000;

/** The comment that Jianbao's archives begin with: an instant to sort by. */
const STAMP = /^\s*<!--\d+-->\s*/;

/**
 * The draft that a post was, or could have been, written from: for a library rebuilt from its folder. What a post does
 * not say (its site's own words, the HTML) is empty.
 *
 * @param clippedAt Unix milliseconds to count as the time of clipping: the file's own time.
 */
export function draftOfPost(facts: FrontMatterFields, url: string, title: string, clippedAt: number): Draft {
  const published = publishedOf(facts.date ?? '');
  const markdown = storyOf(facts.body, title);
  return {
    title,
    authors: facts.authors,
    ...(published ? { published } : {}),
    url,
    siteName: facts.categories[0] ?? new URL(url).hostname,
    language: detectLanguage(`${title} ${markdown.slice(0, SAMPLE)}`),
    description: '',
    section: '',
    tags: facts.tags,
    categories: facts.categories,
    images: [],
    markdown,
    html: '',
    clippedAt,
    clippedOffset: 0,
  };
}

function publishedOf(date: string): Published | undefined {
  const [, day, minute, second, zone] = DATE.exec(date) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(day))) return undefined;
  if (minute === undefined) return { value: day, precision: 'day', zone: 'none', origin: 'none' };
  const offset = zone?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? '';
  const value = `${day}T${minute}${second ?? ':00'}${offset}`;
  const instant = offset === '' ? Number.NaN : Date.parse(value);
  return {
    value,
    ...(Number.isNaN(instant) ? {} : { instant }),
    precision: second === undefined ? 'minute' : 'second',
    zone: offset === '' ? 'none' : 'stated',
    origin: 'none',
  };
}

/** The body without the stamp and the headline that the front matter says already. */
function storyOf(body: string, title: string): string {
  const lines = body.replace(STAMP, '').trim().split('\n');
  const isHeadline = lines[0]?.includes(title) && /^(?:#|\[)/.test(lines[0]);
  if (!isHeadline) return lines.join('\n');
  const underline = /^(?:-{2,}|={2,})\s*$/.test(lines[1] ?? '') ? 2 : 1;
  return lines.slice(underline).join('\n').trim();
}
