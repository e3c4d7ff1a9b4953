/**
 * Text as Markdown that shows the same text inside a line (a link's text, a heading), in CommonMark and GFM, kramdown,
 * Pandoc and the note programs. Marks are escaped only where they could mean something, so that ordinary headlines
 * stay as they are. Which escape holds in all of them is measured: a backslash before `% & @ ^` shows in kramdown.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(MARK, (mark: string, at: number) => {
    const before = text.charAt(at - 1);
    const rest = text.slice(at + 1, at + 40);
    return RULES.find((rule) => rule.marks.includes(mark) && rule.when(before, rest))?.write(mark) ?? mark;
  });
}

/** The same for Pandoc's metadata, which it reads as Markdown with typographic quotation marks, dashes and dots. */
export function escapePandoc(text: string): string {
  return escapeMarkdown(text).replace(/["']|-(?=-)|\.(?=\.)/g, backslashed);
}

/** An address as the destination of a Markdown link: percent-encoded where Markdown or a template language would read on. */
export function linkDestination(url: string): string {
  return url
    .replace(/[\s<>()[\]{}|\\^`"'*~$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

interface EscapeRule {
  /** The characters it is about. */
  readonly marks: string;
  /** Whether a mark between this character and this text has to be escaped. */
  readonly when: (before: string, rest: string) => boolean;
  readonly write: (mark: string) => string;
}

const MARK = /[\\`*_[\]<>~|$#{^&%=:@]/g;
const always = (): boolean => true;
const backslashed = (mark: string): string => `\\${mark}`;
const entity = (mark: string): string => `&#${mark.charCodeAt(0)};`;
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const startsWord = (before: string, rest: string): boolean => !isWord(before) && isWord(rest.charAt(0));

/** The first rule that applies to a mark says how it is written; a mark without one stays. */
const RULES: readonly EscapeRule[] = [
  { marks: '\\`*[]~$', when: always, write: backslashed },
  // Inside a word an underscore is never emphasis.
  { marks: '_', when: (before, rest) => !isWord(before) || !isWord(rest.charAt(0)), write: backslashed },
  // A tag of a note program; a number is not a tag.
  { marks: '#', when: (before, rest) => startsWord(before, rest) && !/^\d+(?!\p{L})/u.test(rest), write: backslashed },
  { marks: '<', when: always, write: () => '&lt;' },
  { marks: '>', when: always, write: () => '&gt;' },
  // A table's column, a template's or an attribute list's opener, a footnote's or superscript's sign.
  { marks: '|{^', when: always, write: entity },
  // Only where the text looks like a character reference: `AT&T` stays.
  { marks: '&', when: (_, rest) => /^#?\w+;/.test(rest), write: () => '&amp;' },
  // Obsidian's comment and highlight, Logseq's property.
  { marks: '%', when: (before, rest) => before === '%' || rest.startsWith('%'), write: entity },
  { marks: '=:', when: (before, rest) => '=:'.includes(before || ' ') || /^[=:]/.test(rest), write: entity },
  // A citation of Pandoc.
  { marks: '@', when: startsWord, write: entity },
];
