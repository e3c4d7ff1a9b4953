import type { DatedPlace } from './date-places.ts';
import { dateOfMark } from './date-places.ts';
import { type DateHints, findDates } from './dates/find-dates.ts';
import type { PageFacts } from './facts/page-facts.ts';
import type { Line, Mark } from './facts/page-text.ts';

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

const PUBLISHED_WORDS = [
  'publish',
  'posted',
  'veröffentlicht',
  'erschienen',
  'erstellt',
  'publié',
  'publicado',
  'pubblicato',
  'gepubliceerd',
  'опубликовано',
  '发布',
  '發布',
  '发表',
  '發表',
  '公開',
  '掲載',
  '投稿日',
  '입력',
  '등록',
  '작성',
  '승인',
  '时间',
  '時間',
  '日期',
  '来源',
  '來源',
  'datum',
  'date',
  'first aired',
  'created',
  'stand:',
  'written',
];
const MODIFIED_WORDS = [
  'update',
  'modified',
  'aktualisiert',
  'geändert',
  'bearbeitet',
  'mis à jour',
  'modifié',
  'actualizado',
  'aggiornato',
  'atualizado',
  'bijgewerkt',
  'обновлено',
  '更新',
  '修改',
  '수정',
  '最終更新',
  'last edited',
  'revised',
];
const DATE_WORDS = new Set([
  'date',
  'dates',
  'time',
  'timestamp',
  'datetime',
  'pubtime',
  'pubdate',
  'published',
  'publish',
  'posted',
  'dateline',
  'datum',
  'fecha',
  'data',
  'created',
  'day',
]);
const BYLINE_WORDS = new Set(['meta', 'info', 'byline', 'source', 'author', 'entry']);
const MODIFIED_CLASSES = new Set(['updated', 'modified', 'update']);

/**
 * Dates that stand in the page as text or in `<time>` elements, likeliest first: nearest to the headline, labelled as
 * published, in an element named for dates. Dates of comments, of neighbouring stories and of updates come last or not at all.
 */
export function visibleDates(facts: PageFacts, headlineAt: number | undefined, hints: DateHints): ShownDate[] {
  const scored = [...fromMarks(facts, headlineAt, hints), ...fromLines(facts, headlineAt, hints)];
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

function fromMarks(facts: PageFacts, headlineAt: number | undefined, hints: DateHints): ShownDate[] {
  const scored: ShownDate[] = [];
  for (const mark of facts.page.marks) {
    const isTime = mark.tag === 'time';
    const isNamed = mark.words.some((word) => DATE_WORDS.has(word));
    if (!(isTime || isNamed) || mark.region === 'comment' || mark.end - mark.start > MAX_LINE) continue;
    const found = dateOfMark(facts, mark, hints);
    if (!found) continue;
    const score =
      (isTime ? 2 : 1) +
      (isNamed ? 1 : 0) +
      nearness(facts, mark.start, headlineAt) +
      regionScore(mark.region) +
      labelScore(facts, mark);
    scored.push({ found, origin: isTime ? 'time-element' : 'page-text', score });
  }
  return scored;
}

function fromLines(facts: PageFacts, headlineAt: number | undefined, hints: DateHints): ShownDate[] {
  const scored: ShownDate[] = [];
  const { lines, text } = facts.page;
  const marked = new Set(
    facts.page.marks.filter(({ words }) => words.some((word) => BYLINE_WORDS.has(word))).map(({ start }) => start),
  );
  for (const line of lines) {
    if (line.region === 'comment') continue;
    const isProse = line.end - line.start > MAX_LINE;
    const near = nearness(facts, line.start, headlineAt);
    if (isProse && near < 1.5) continue;
    const content = text.slice(line.start, isProse ? line.start + DATELINE * 2 : line.end);
    if (!/\d/.test(content) && !/[〇一二]/.test(content)) continue;
    for (const found of findDates(content, hints)) {
      if (isProse && found.start > DATELINE) break;
      const before = content.slice(Math.max(0, found.start - 30), found.start).toLowerCase();
      const isWhole = !isProse && content.length - (found.end - found.start) < 60;
      const score =
        near +
        regionScore(line.region) +
        wordScore(before) +
        (isWhole ? 1 : -0.5) +
        (found.time ? 0.5 : 0) +
        (marked.has(line.start) ? 0.5 : 0) -
        (found.shortYear ? 0.7 : 0);
      scored.push({ found, origin: 'page-text', score });
    }
  }
  return scored;
}

/** 3 beside the headline, falling to 0 with the lines between. */
function nearness(facts: PageFacts, at: number, headlineAt: number | undefined): number {
  if (headlineAt === undefined) return 1 - lineIndex(facts.page.lines, at) / facts.page.lines.length;
  const distance = lineIndex(facts.page.lines, at) - lineIndex(facts.page.lines, headlineAt);
  if (distance < 0) return Math.max(-1.5, 2.5 * (1 + distance / LINES_ABOVE));
  return Math.max(-0.5, 3 * (1 - distance / LINES_BELOW));
}

function regionScore(region: Line['region']): number {
  return region === 'aside' ? -1.2 : 0;
}

function labelScore(facts: PageFacts, mark: Mark): number {
  if (mark.words.some((word) => MODIFIED_CLASSES.has(word)) && !mark.words.includes('published')) return -1.5;
  const text = facts.page.text;
  const line = text.slice(
    Math.max(text.lastIndexOf('\n', mark.start - 1) + 1, mark.start - 30),
    Math.min(mark.end, mark.start + 40),
  );
  return wordScore(line.toLowerCase());
}

function wordScore(text: string): number {
  if (MODIFIED_WORDS.some((word) => text.includes(word))) return -1.5;
  return PUBLISHED_WORDS.some((word) => text.includes(word)) ? 1 : 0;
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
