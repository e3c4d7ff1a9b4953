/**
 * How a character beside a delimiter counts (CommonMark 0.31, 6.2). Parsers differ on symbols: to some they are
 * punctuation, to others letters, and some read an emoji by halves: a delimiter must be right for all of them.
 */
export type Flank = 'space' | 'punctuation' | 'symbol' | 'letter';

/** The class of a character; the empty string is the edge of a line. */
export function flankOf(character: string): Flank {
  if (character === '' || /^\s/u.test(character)) return 'space';
  if (/^[!-/:-@[-`{-~]/.test(character) || /^\p{P}/u.test(character)) return 'punctuation';
  return /^\p{S}/u.test(character) ? 'symbol' : 'letter';
}

/** Whether a delimiter between `outer` and `inner` opens (or, read from the right, closes) in every parser. */
export function canStand(outer: Flank, inner: Flank): boolean {
  if (inner === 'space') return false;
  if (inner === 'letter') return true;
  return outer === 'space' || outer === 'punctuation';
}

export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function lastCharacter(text: string): string {
  const last = text.slice(-1);
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(-2) : last;
}
