import { type DatedPlace, dateOfMark } from './date-places.ts';
import { type DateHints, findDates } from './dates/find-dates.ts';
import type { PageFacts } from './facts/page-facts.ts';
import { type Line, TIME_TAGS } from './facts/page-text.ts';

/** A shown date with its likelihood, about 0–6. */
export interface ShownDate extends DatedPlace {
  readonly score: number;
}

/** A line of prose that happens to hold a date is longer than this; bylines and date lines are shorter. */
const MAX_LINE = 220;
/** In prose near the headline a date this near to its beginning is a dateline: `Karlsruhe, 12.11.2021. …` */
const DATELINE = 40;
/** Lines above and below the headline that may belong to it. */
const LINES_ABOVE = 6;
const LINES_BELOW = 14;
/** Below this a date belongs to something else. */
const LEAST = -0.3;
/** What a date has at least one of: digits of any script in news, Han numerals. */
const NUMERAL = /[\d０-９〇一二三四五六七八九十元\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/;
/** What stands before, or in the class of, the date of a change. */
const MODIFIED =
  /updated?\b|modifi|edited|aktualisiert|geändert|bearbeitet|mis à jour|actualiza|aggiornat|atualizad|обновлен|更新|修改|수정/;

/**
 * Dates that stand in the page as text or in `<time>` elements, likeliest first: nearest to the headline, alone in their line.
 * Dates of comments, of neighbouring stories and of changes come last or not at all.
 *
 * @param reach `near`: `<time>` anywhere, text in the lines around the headline (anywhere, where there is none); `far`: the
 *   text of the other lines.
 */
export function visibleDates(
  facts: PageFacts,
  headlineAt: number | undefined,
  hints: DateHints,
  reach: 'near' | 'far',
): ShownDate[] {
  const { lines } = facts.page;
  const middle = headlineAt === undefined ? undefined : lineIndex(lines, headlineAt);
  // A template may call the whole page a sidebar; then the word says nothing.
  const isStoryAside = middle !== undefined && lines[middle]?.region === 'aside';
  const likelihood = (at: number, region: Line['region'], label: string): number =>
    nearness(lines, at, headlineAt) -
    (region === 'aside' && !isStoryAside ? 1.2 : 0) -
    (MODIFIED.test(label.toLowerCase()) ? 1.5 : 0);
  const [from, to] =
    middle === undefined ? [0, lines.length] : [Math.max(0, middle - LINES_ABOVE), middle + LINES_BELOW];
  const scored =
    reach === 'near'
      ? [...fromTimes(facts, hints, likelihood), ...fromLines(facts, lines.slice(from, to), hints, likelihood)]
      : fromLines(facts, [...lines.slice(0, from), ...lines.slice(to)], hints, likelihood);
  return scored.filter(({ score }) => score > LEAST).sort((a, b) => b.score - a.score);
}

type Likelihood = (at: number, region: Line['region'], label: string) => number;

function fromTimes(facts: PageFacts, hints: DateHints, likelihood: Likelihood): ShownDate[] {
  const { text, marks } = facts.page;
  return marks.flatMap((mark) => {
    const found = TIME_TAGS.has(mark.tag) && mark.region !== 'comment' ? dateOfMark(facts, mark, hints) : undefined;
    if (!found) return [];
    const before = text.slice(Math.max(text.lastIndexOf('\n', mark.start - 1), mark.start - 30, 0), mark.start);
    const label = mark.words.includes('published') ? '' : `${before} ${mark.words.join(' ')}`;
    return [{ found, origin: 'time-element', score: 2 + likelihood(mark.start, mark.region, label) }];
  });
}

function fromLines(facts: PageFacts, lines: readonly Line[], hints: DateHints, likelihood: Likelihood): ShownDate[] {
  const shown: ShownDate[] = [];
  for (const { start, end, region } of lines) {
    const isProse = end - start > MAX_LINE;
    if (region === 'comment' || (isProse && likelihood(start, region, '') < 1.5)) continue;
    const content = facts.page.text.slice(start, isProse ? start + DATELINE * 2 : end);
    if (!NUMERAL.test(content)) continue;
    for (const found of findDates(content, hints)) {
      if (isProse && found.start > DATELINE) break;
      const isAlone = !isProse && content.length - (found.end - found.start) < 60;
      const label = content.slice(Math.max(0, found.start - 30), found.start);
      const score = (isAlone ? 1 : -0.5) + (found.time ? 0.5 : 0) - (found.shortYear ? 0.7 : 0);
      shown.push({ found, origin: 'page-text', score: score + likelihood(start, region, label) });
    }
  }
  return shown;
}

/** 3 beside the headline, falling below 0 with the lines between; without a headline the top of the page counts most. */
function nearness(lines: readonly Line[], at: number, headlineAt: number | undefined): number {
  const index = lineIndex(lines, at);
  if (headlineAt === undefined) return 1 - index / lines.length;
  const distance = index - lineIndex(lines, headlineAt);
  if (distance < 0) return Math.max(-1.5, 2.5 * (1 + distance / LINES_ABOVE));
  return Math.max(-0.5, 3 * (1 - distance / LINES_BELOW));
}

/** The index of the line that holds an offset. */
function lineIndex(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
