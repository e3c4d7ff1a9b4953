import { linesOf } from './dialect-lists.ts';

const HEADING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ >\t]*)*#{1,6}[ \t]/;
/** Emphasis or a link, in which a deletion or a note may be. */
const NESTING = /(?:^|[^\\])[*_]|\]\(/;
/** An escaped sign, code, the sign of a note, the sign of a deletion. */
const TOKEN = /\\[^\n]|`+[^`\n]*`+|\[\^[^[\]\s]+\]|~~/g;

/**
 * Headings for Hugo (0.111), whose table of contents draws emphasis and links with a renderer that knows no extension of
 * Markdown: a deletion or a note in one stops the build of the whole site. There, what is deleted is plain text, and
 * notes are at the end of the heading.
 */
export function writeHugoHeadings(markdown: string): string {
  return linesOf(markdown)
    .map(({ line, isCode }) => (isCode || !HEADING.test(line) ? line : withoutExtensions(line)))
    .join('\n');
}

function withoutExtensions(line: string): string {
  const [lead = ''] = HEADING.exec(line) ?? [];
  const heading = line.slice(lead.length);
  if (!NESTING.test(heading)) return line;
  const notes: string[] = [];
  const plain = heading.replace(TOKEN, (token) => {
    if (token.startsWith('[^')) notes.push(token);
    return token === '~~' || token.startsWith('[^') ? '' : token;
  });
  return `${lead}${plain}${notes.join('')}`;
}
