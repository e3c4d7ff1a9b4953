import { MAX_TITLE } from '../model/article.ts';
import { collapseSpace, dropInvisible } from '../text/clean-text.ts';
import { lettersOf } from '../text/text-folding.ts';
import { type Mark, type PageText, textOfMark } from './sources/page-text.ts';

/** An element that the page shows as a heading, with its text as a reader sees it. */
export interface Heading {
  readonly mark: Mark;
  readonly text: string;
  readonly level: number;
  /** It is set in several lines: a rubric, a headline, a subtitle. */
  readonly hasLines: boolean;
}

const LEVELS = ['h1', 'h2', 'h3', 'h4'];
const HEADLINE_WORDS = new Set(['title', 'headline']);
/** A longer run of spaces is the page's layout, not the publisher's typing. */
const MAX_SPACES = 4;
/** White space that is more than a few plain spaces. */
const UNTIDY = /[^\S ]|\s{5}/;

/** The headings that may be the headline: h1 to h3, and elements named title or headline. Comments' headings are left out. */
export function* readHeadings(page: PageText): Generator<Heading> {
  for (const mark of page.marks) {
    const level = levelOf(mark);
    if (level === 0 || mark.region === 'comment' || mark.end - mark.start > MAX_TITLE) continue;
    const text = headingText(page, mark);
    if (text !== '') yield { mark, text, level, hasLines: textOfMark(page, mark).includes('\n') };
  }
}

/** 1–4 for h1–h4, 2 for `itemprop="headline"`, 5 for an element whose class says title; 0 for anything else. */
function levelOf(mark: Mark): number {
  const level = LEVELS.indexOf(mark.tag) + 1;
  if (level > 0) return level;
  if (mark.roles.includes('headline')) return 2;
  return mark.words.some((word) => HEADLINE_WORDS.has(word)) ? 5 : 0;
}

/** Returns the text with the publisher's own runs of spaces where all text of the element is shown. */
function headingText(page: PageText, mark: Mark): string {
  const own = withoutTools(mark.element);
  if (own !== undefined) return own;
  const shown = textOfMark(page, mark).replace(/\n/g, ' ');
  const raw = typeof mark.element.textContent === 'string' ? mark.element.textContent : '';
  if (raw.length > MAX_TITLE * 4 || collapseSpace(raw) !== shown) return dropInvisible(shown);
  return normalizeHeadline(raw);
}

/** The text of a heading that holds a button, or a link of a sign only to itself (“¶”), without them. */
function withoutTools(heading: Element): string | undefined {
  const tools = Array.from(heading.querySelectorAll('button, [hidden], a')).filter(
    (tool) => tool.tagName !== 'A' || lettersOf(tool.textContent ?? '') === '',
  );
  if (tools.length === 0) return undefined;
  const copy = heading.cloneNode(true) as Element;
  const all = Array.from(heading.querySelectorAll('*'));
  const copies = Array.from(copy.querySelectorAll('*'));
  for (const tool of tools) copies[all.indexOf(tool)]?.remove();
  const text = normalizeHeadline(copy.textContent ?? '');
  return text === '' ? undefined : text;
}

/** A headline as the page shows it: inner spaces kept, layout and control characters dropped. */
export function normalizeHeadline(text: string): string {
  const clean = dropInvisible(text);
  if (!UNTIDY.test(clean)) return clean;
  return clean
    .replace(/\s+/g, (run) =>
      run.length > MAX_SPACES || /[^ \u00a0\u3000]/.test(run) ? ' ' : run.replaceAll('\u00a0', ' '),
    )
    .trim();
}
