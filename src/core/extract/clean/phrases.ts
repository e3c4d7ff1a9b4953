/** A table of phrases compiled for looking them up in running text. Case, and what stands before the first letter, do not matter. */
export interface PhraseTable {
  /** The phrase that the text begins with, if any. */
  startOf(text: string): string | undefined;
  /** The first phrase that stands anywhere in the text, if any. */
  within(text: string): string | undefined;
}

/**
 * Phrases are written in lower case, as in the text, `|` between them; a line that begins with `#` is a comment. A
 * phrase that ends in a letter of an alphabet ends with a word there; in Chinese and Japanese, which have no spaces, it
 * need not.
 */
export function phraseTable(table: string): PhraseTable {
  const alternatives = table
    .replace(/^\s*#.*$/gm, '')
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length)
    .map(
      (phrase) =>
        escapeRegExp(phrase).replaceAll(' ', '\\s+') +
        (/\p{L}$/u.test(phrase) && !CJK_END.test(phrase) ? '(?![\\p{L}\\p{N}])' : ''),
    )
    .join('|');
  const start = new RegExp(`^[^\\p{L}\\p{N}#@©ⓒ]{0,8}(${alternatives})`, 'iu');
  const inside = new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(${alternatives})`, 'iu');
  return { startOf: (text) => start.exec(text)?.[1], within: (text) => inside.exec(text)?.[1] };
}

const CJK_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
