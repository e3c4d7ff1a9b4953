import { type DateEvidence, type DateLine, LONGEST_LINE } from '../model/date-evidence.ts';
import { type DateRole, roleOfLabel } from './date-labels.ts';
import { type DatedPlace, dateOfMark, roleOfMark } from './date-places.ts';
import { type DateHints, findDates } from './find-dates.ts';

/** A shown date with its likelihood, about 0–6. */
export interface ShownDate extends DatedPlace {
  readonly score: number;
  /** What its label says. */
  readonly role: DateRole;
  /** The index of its line. */
  readonly line: number;
}

/** In prose near the headline a date this near to its beginning is a dateline: `Karlsruhe, 12.11.2021. …` */
const DATELINE = 40;
/** Lines above and below the headline that may belong to it. */
const LINES_ABOVE = 6;
const LINES_BELOW = 14;
/** Below this a date belongs to something else. */
const LEAST = -0.3;
/** A label in a line of its own is shorter. */
const LONGEST_LABEL = 30;

/**
 * Returns the dates in the text and the `<time>` elements of the page, likeliest first: nearest to the headline, alone in their line.
 * Dates of comments, of neighbouring stories and of changes come last or not at all.
 *
 * @param reach `near`: `<time>` anywhere, text in the lines around the headline (anywhere, where there is none); `far`: the
 *   text of the other lines.
 */
export function visibleDates(evidence: DateEvidence, hints: DateHints, reach: 'near' | 'far'): ShownDate[] {
  const { lines, headline } = evidence;
  // A template may call the whole page a sidebar and then the word has no meaning.
  const isStoryAside = headline !== undefined && lines[headline]?.region === 'aside';
  const likelihood: Likelihood = (line, region, role) =>
    nearness(line, lines.length, headline) -
    (region === 'aside' && !isStoryAside ? 1.2 : 0) -
    (role === 'modified' ? 1.5 : 0);
  const [from, to] =
    headline === undefined ? [0, lines.length] : [Math.max(0, headline - LINES_ABOVE), headline + LINES_BELOW];
  const isNear = (line: number): boolean => line >= from && line < to;
  const scored =
    reach === 'near'
      ? [...fromTimes(evidence, hints, likelihood), ...fromLines(lines, isNear, hints, likelihood)]
      : fromLines(lines, (line) => !isNear(line), hints, likelihood);
  return scored.filter(({ score }) => score > LEAST).sort((a, b) => b.score - a.score);
}

type Likelihood = (line: number, region: DateLine['region'], role: DateRole) => number;

function fromTimes({ marks }: DateEvidence, hints: DateHints, likelihood: Likelihood): ShownDate[] {
  return marks.flatMap((mark) => {
    const found = mark.isTime ? dateOfMark(mark, hints) : undefined;
    if (!found) return [];
    const role = roleOfMark(mark);
    const score = 2 + likelihood(mark.line, mark.region, role);
    return [{ found, origin: 'time-element', score, role, line: mark.line }];
  });
}

function fromLines(
  lines: readonly DateLine[],
  isAsked: (line: number) => boolean,
  hints: DateHints,
  likelihood: Likelihood,
): ShownDate[] {
  const shown: ShownDate[] = [];
  for (const [index, { text, region }] of lines.entries()) {
    if (text === '' || !isAsked(index)) continue;
    const isProse = text.length > LONGEST_LINE;
    if (isProse && likelihood(index, region, 'unknown') < 1.5) continue;
    const content = isProse ? text.slice(0, DATELINE * 2) : text;
    let before = 0;
    for (const found of findDates(content, hints)) {
      if (isProse && found.start > DATELINE) break;
      const isAlone = !isProse && content.length - (found.end - found.start) < 60;
      const role = roleOfLabel(
        labelOf(lines, index, content.slice(Math.max(before, found.start - LONGEST_LABEL), found.start)),
      );
      before = found.end;
      const score = (isAlone ? 1 : -0.5) + (found.time ? 0.5 : 0) - (found.shortYear ? 0.7 : 0);
      shown.push({ found, origin: 'page-text', score: score + likelihood(index, region, role), role, line: index });
    }
  }
  return shown;
}

/** Returns the text in front of a date in its line; where there is none, the label in the line above. */
function labelOf(lines: readonly DateLine[], index: number, inLine: string): string {
  const above = lines[index - 1]?.text ?? '';
  return inLine.trim() === '' && above.length <= LONGEST_LABEL && !/\d/.test(above) ? above : inLine;
}

/** 3 beside the headline, falling below 0 with the lines between; without a headline the top of the page counts most. */
function nearness(line: number, lines: number, headline: number | undefined): number {
  if (headline === undefined) return 1 - line / lines;
  const distance = line - headline;
  if (distance < 0) return Math.max(-1.5, 2.5 * (1 + distance / LINES_ABOVE));
  return Math.max(-0.5, 3 * (1 - distance / LINES_BELOW));
}
