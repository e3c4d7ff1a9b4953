/** A stretch of a line between separators, in its plain and its own form. */
export interface Run {
  readonly plain: string;
  readonly own: string;
  /** The separators in front of it. */
  readonly gap: string;
  /** A colon or bar follows: it is a label. */
  readonly isLabel: boolean;
  /** A colon follows. */
  readonly hasColon: boolean;
  /** A bracket or full stop ends the byline behind it. */
  readonly closes: boolean;
}

/** Signs that end a byline. */
const CLOSERS = '()。;！？!?';
const SEPARATORS = ' ,&:/|=';
const LONGEST = 120;

/** Cuts a line into runs from an offset up to the first sign that ends a byline. */
export function cutRuns(line: string, plain: string, from: number): Run[] {
  const runs: Run[] = [];
  let start = from;
  let gapStart = from;
  for (let at = from; at <= Math.min(plain.length, from + LONGEST); at += 1) {
    const character = plain.charAt(at);
    const closes = character === '' || CLOSERS.includes(character);
    if (!closes && !SEPARATORS.includes(character)) continue;
    if (at > start) {
      const sign = plain.slice(at).trimStart().charAt(0) || ' ';
      const [isLabel, hasColon] = [':|='.includes(sign), sign === ':'];
      const gap = plain.slice(gapStart, start);
      runs.push({ plain: plain.slice(start, at), own: line.slice(start, at), gap, isLabel, hasColon, closes });
      gapStart = at;
    }
    if (closes && at > from) break;
    start = at + 1;
  }
  return joinLatinNames(runs);
}

const LATIN_WORD = /^[A-Za-z][\w.'’-]*$/;

/** A space separates two Chinese names, and the two words of a Latin one: `作者：Lin Xiaoyue`. */
function joinLatinNames(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isSecondWord =
      last && run.gap === ' ' && !last.isLabel && LATIN_WORD.test(run.plain) && /^[A-Za-z][\w.'’ -]*$/.test(last.plain);
    if (!isSecondWord) joined.push(run);
    else
      joined[joined.length - 1] = {
        ...run,
        plain: `${last.plain} ${run.plain}`,
        own: `${last.own} ${run.own}`,
        gap: last.gap,
      };
  }
  return joined;
}
