/** Marks of Markdown that are not text, in the order in which they are removed. Every pattern is linear. */
const MARKS: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^(?:`{3,}|~{3,}).*$/gm, ''],
  [/^\[\^?[^\]\n]{1,200}\]:.*$/gm, ''],
  [/\[\^[^\]\n]{1,200}\]/g, ''],
  [/^[ \t]*\|[ \t:|-]+$/gm, ''],
  [/^[ \t]*\||\|[ \t]*$|(?<=[ \t])\|(?=[ \t])/gm, ''],
  [/!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '$1'],
  [/\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '$1'],
  [/<[a-z/!][^<>\n]{0,500}>/gi, ''],
  [/^[ \t]{0,3}(?:#{1,6}[ \t]|>[ \t]?|[-*+][ \t]|\d{1,9}[.)][ \t])/gm, ''],
  [/^[ \t]*(?:[-*_=][ \t]?){3,}$/gm, ''],
  [/(?<!\\)(?:\*{1,3}|~~|==|`+)/g, ''],
  [/(?<![\p{L}\p{N}\\_])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?![\p{L}\p{N}_])/gu, ''],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
  [/\n{3,}/g, '\n\n'],
];

/** The words of a Markdown text, for search and comparing: marks, addresses and tags out, paragraphs kept. */
export function plainText(markdown: string): string {
  return MARKS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), markdown).trim();
}
