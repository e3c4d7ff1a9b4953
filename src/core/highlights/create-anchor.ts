import { MAX_QUOTE, type TextAnchor } from '../model/highlight.ts';

/** So much text on either side is kept with a passage, in UTF-16 units: two or three lines. */
const CONTEXT = 80;

/**
 * Describes a passage of a text so that it is found again when the text has changed.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last one
 * @returns nothing where the passage is only white space.
 */
export function createAnchor(text: string, start: number, end: number): TextAnchor | undefined {
  const last = Math.min(end, start + MAX_QUOTE);
  const passage = text.slice(start, last);
  const exact = passage.trim();
  if (exact === '') return undefined;
  const first = start + passage.indexOf(exact);
  const behind = first + exact.length;
  return {
    exact,
    prefix: text.slice(wholeFrom(text, Math.max(0, first - CONTEXT)), first),
    suffix: text.slice(behind, wholeFrom(text, Math.min(text.length, behind + CONTEXT))),
    start: first,
  };
}

/** The offset, or the one behind it where it is in the middle of a surrogate pair. */
function wholeFrom(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
