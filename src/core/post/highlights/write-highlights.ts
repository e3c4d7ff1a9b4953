import type { Draft } from '../../model/draft.ts';
import type { Highlight } from '../../model/highlight.ts';
import type { Preset } from '../../model/preset.ts';
import { tagIn } from '../dialects/to-dialect.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { findPassages, type Marks, markPassages } from './mark-passages.ts';

/** The heading above quotations, by the language of the story. */
const HEADINGS: readonly (readonly [language: RegExp, heading: string])[] = [
  [/^zh-(?:hant|tw|hk|mo)/i, '劃線'],
  [/^zh/i, '划线'],
];

/** A story with its highlights, as far as they do not depend on the dialect. */
export interface HighlightedStory {
  readonly text: string;
  /** Those whose passages are to be marked in the body when it is in its dialect (`writeMarks`). */
  readonly toMark: readonly Highlight[];
}

/**
 * Writes into a story, in neutral Markdown or as a block of HTML, what the preset says of highlights: footnotes, quotations
 * at the end, or nothing but them. What is not found in the story is quoted. Without highlights a story stays as it is.
 */
export function writeHighlights(story: string, draft: Draft, preset: Preset): HighlightedStory {
  const { highlights = [], language } = draft;
  const { highlights: form = 'none', body } = preset;
  if (highlights.length === 0 || form === 'none') return { text: story, toMark: [] };
  if (form === 'only') return { text: quotations(highlights, ''), toMark: [] };
  const quoteBelow = (text: string, quoted: readonly Highlight[]): string =>
    quoted.length === 0 ? text : `${text.trimEnd()}\n\n${quotations(quoted, headingFor(language))}`;
  if (form === 'quotes' || body === 'html') return { text: quoteBelow(story, highlights), toMark: [] };
  const { text, lost } = withFootnotes(story, highlights, form === 'footnotes');
  const toMark = form === 'footnotes' ? [] : highlights.filter((highlight) => !lost.includes(highlight));
  return { text: quoteBelow(text, lost), toMark };
}

/** Marks passages in a body that is in its dialect. */
export function writeMarks(
  markdown: string,
  toMark: readonly Highlight[],
  { highlights: form = 'none', dialect }: Preset,
): string {
  const marks = MARKS[form];
  if (!marks || toMark.length === 0) return markdown;
  return markPassages(markdown, toMark, { ...marks, open: tagIn(dialect, marks.open) });
}

const MARKS: Readonly<Partial<Record<NonNullable<Preset['highlights']>, Marks>>> = {
  marks: { open: '==', close: '==' },
  html: { open: '<mark>', close: '</mark>' },
};

/**
 * The story with a sign behind each passage that has a footnote, and the footnotes at its end.
 *
 * @param isQuoted whether each passage has one, which quotes it; else those with a note
 */
function withFootnotes(
  story: string,
  highlights: readonly Highlight[],
  isQuoted: boolean,
): { readonly text: string; readonly lost: readonly Highlight[] } {
  const { read, found, lost } = findPassages(story, highlights);
  const noted = found.filter(({ highlight: { note } }) => isQuoted || note.trim() !== '');
  const stem = ['h', 'hl', 'mark', 'jianbao'].find((name) => !story.includes(`[^${name}`)) ?? 'highlight';
  let text = '';
  let done = 0;
  for (const [n, { end }] of noted.toSorted((a, b) => a.end - b.end).entries()) {
    const behind = Math.max(done, read.ends[end - 1] ?? 0);
    text += `${story.slice(done, behind)}[^${stem}${n + 1}]`;
    done = behind;
  }
  const notes = noted
    .toSorted((a, b) => a.end - b.end)
    .map(({ highlight }, n) => `[^${stem}${n + 1}]: ${noteLine(highlight, isQuoted)}`);
  const rest = (text + story.slice(done)).trimEnd();
  return { text: notes.length === 0 ? rest : `${rest}\n\n${notes.join('\n\n')}`, lost };
}

function noteLine({ anchor, note }: Highlight, isQuoted: boolean): string {
  const quote = isQuoted ? `“${escapeMarkdown(oneLine(anchor.exact))}”` : '';
  return [quote, escapeMarkdown(oneLine(note))].filter((part) => part !== '').join(' ');
}

function quotations(highlights: readonly Highlight[], heading: string): string {
  const parts = highlights.map(({ anchor, note }) => {
    const lines = linesOf(anchor.exact).map((line) => `> ${atLineStart(line)}`);
    return [lines.join('\n>\n'), ...linesOf(note).map(atLineStart)].join('\n\n');
  });
  return [...(heading === '' ? [] : [`## ${heading}`]), ...parts].join('\n\n');
}

/** Text as a paragraph of its own: what would begin a list, a heading or a rule does not. */
function atLineStart(line: string): string {
  return escapeMarkdown(line)
    .replace(/^(?=[-+=#](?:\s|$|[-=]))/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

function headingFor(language: string): string {
  return HEADINGS.find(([pattern]) => pattern.test(language))?.[1] ?? 'Highlights';
}

function linesOf(text: string): string[] {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
