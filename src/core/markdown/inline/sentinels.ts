/**
 * Signs that carry structure through the strings of the rules until a whole line of text is known: an escape or a delimiter
 * can only be right in view of the characters on both sides. They are Unicode noncharacters (U+FDD0–U+FDEF), which no
 * text may hold; `cleanText` drops them from the page's.
 */
export const SENTINEL = {
  strong: '\uFDD0',
  em: '\uFDD1',
  del: '\uFDD2',
  link: '\uFDD3',
  /** Ends the innermost strong, em, del or link. */
  end: '\uFDD4',
  /** Between a link's text and its target. */
  target: '\uFDD5',
  /** Encloses Markdown that is final: code, images, HTML tags. */
  verbatim: '\uFDD6',
  lineBreak: '\uFDD7',
} as const;

export type MarkKind = 'strong' | 'em' | 'del';

/** Final Markdown among text that is yet to be escaped. */
export function verbatim(markdown: string): string {
  return `${SENTINEL.verbatim}${markdown}${SENTINEL.verbatim}`;
}

const UNWANTED = /(?![\t\n\f\r])[\p{Cc}\p{Cs}\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;

/** The text without what no file of text can hold: control characters, noncharacters, half surrogate pairs, byte order marks. */
export function cleanText(text: string): string {
  return text.replace(UNWANTED, '');
}
