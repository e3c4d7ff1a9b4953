/**
 * What no post may hold: control characters, half surrogate pairs, the byte order mark and noncharacters.
 * Feeds are XML and cannot carry them; YAML readers refuse them.
 */
const UNWRITABLE = /[\p{Cs}\uFEFF\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu;
const LINE_BREAKS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;

/** One line of text: breaks and tabs become a space, what cannot be written is dropped, ends are trimmed, the rest is kept. */
export function cleanLine(text: string): string {
  return text.replace(LINE_BREAKS, ' ').replace(UNWRITABLE, '').trim();
}

/** Text of several lines, made fit for a file: only `\n` ends a line, and what cannot be written is dropped. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\x85\u2028\u2029]/g, ' ')
    .replace(UNWRITABLE, '');
}
