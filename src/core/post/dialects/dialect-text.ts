import type { Dialect } from '../../model/dialect.ts';
import { runsQueries } from './note-programs.ts';

/** Running text in a dialect. Backslash escapes are left whole. */
export function writeText(raw: string, atLineStart: boolean, dialect: Dialect): string {
  let text = raw;
  if (runsTemplates(dialect)) text = outsideEscapes(text, TEMPLATE, () => '&#123;');
  if (dialect.codeOpeners.includes('<%') || runsQueries(dialect.notes)) text = text.replace(/<(?=%)/g, '&lt;');
  if (dialect.jsx) text = writeJsxText(text, atLineStart);
  if (runsQueries(dialect.notes)) text = outsideEscapes(text, TAG, (tag) => `\\${tag}`);
  if (dialect.notes === 'joplin' || dialect.notes === 'tiddlywiki')
    text = outsideEscapes(text, /\+(?=\+)/g, () => '\\+');
  if (dialect.notes === 'joplin') text = outsideEscapes(text, EMOJI, () => '&#58;');
  if (dialect.notes === 'logseq')
    text = outsideEscapes(text, /\(\(|(?<=\w):(?=:(?:\s|$))/g, (sign) => (sign === ':' ? '&#58;' : '\\(('));
  if (dialect.pandoc) text = writePandocText(text, atLineStart);
  return text;
}

/** Openers of template languages and of attribute lists, but for the one that `writeStarts` makes. */
const TEMPLATE = /\{(?=[{%#<]|:(?! start="\d+"\}))/g;

/** Obsidian and Logseq: letters of any script, at least one of them no figure; not the `#` of a heading. */
const TAG = /(?<![^\s])#(?=[\p{L}\p{N}_/-]*[\p{L}_/-])/gu;

/** The colon before the name of an emoji: `:smile:`, `:+1:`. */
const EMOJI = /:(?=[\w+-]{1,40}:)/g;

/** Whether the program runs what is between braces, in text as well. */
export function runsTemplates(dialect: Dialect): boolean {
  const { codeOpeners, shortcodes, vue, jsx, notes } = dialect;
  return codeOpeners.length > 0 || shortcodes || vue || jsx || notes === 'logseq' || notes === 'tiddlywiki';
}

/** MDX reads braces as JavaScript and `<` as JSX; a line that begins `import` or `export` is a module's. */
function writeJsxText(text: string, atLineStart: boolean): string {
  // Escapes are read in pairs: in `\\{` the brace is bare.
  const quiet = text.replace(/\\[\s\S]|[{}<]/g, (signs) => {
    const sign = signs.charAt(signs.length - 1);
    if (sign === '{' || sign === '}') return `&#${sign.charCodeAt(0)};`;
    return signs === '<' ? '&lt;' : signs;
  });
  const lines = quiet.split('\n');
  return lines
    .map((line, at) =>
      at === 0 && !atLineStart
        ? line
        : line.replace(/^(import|export)(?=[\s{*'"])/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`),
    )
    .join('\n');
}

/**
 * Pandoc numbers with letters, Roman figures and brackets (`fancy_lists`), and cites with `@`. A `_` next to a `*` is no
 * emphasis to it.
 */
function writePandocText(text: string, atLineStart: boolean): string {
  const emphasised = outsideEscapes(text, /(?<=\*)_(?=[^\s_])/g, () => '&#8203;_');
  const parted = outsideEscapes(emphasised, /(?<=[^\s_])_(?=\*)/g, () => '_&#8203;');
  const cited = outsideEscapes(parted, /(?<![\w\\])@(?=[\p{L}\p{N}_{])/gu, () => '\\@');
  return cited
    .split('\n')
    .map((line, at) => {
      if (at === 0 && !atLineStart) return line;
      return line
        .replace(/^([ \t>]*)\((?=(?:\d{1,9}|[a-z]|[ivxlcdm]+)\)\s)/i, '$1\\(')
        .replace(/^([ \t>]*(?:[a-z]|[ivxlcdm]+|#))(?=[.)]\s)/i, '$1\\');
    })
    .join('\n');
}

/** Replaces signs that are not preceded by a backslash. */
function outsideEscapes(text: string, pattern: RegExp, write: (sign: string) => string): string {
  return text.replace(pattern, (sign, ...rest) => {
    const at = rest.find((value): value is number => typeof value === 'number') ?? 0;
    let slashes = 0;
    while (text.charAt(at - slashes - 1) === '\\') slashes += 1;
    return slashes % 2 === 1 ? sign : write(sign);
  });
}
