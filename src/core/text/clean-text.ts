// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it drops
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\ufffe\uffff]/gu;
const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Runs of white space that are not one plain space already. */
const LOOSE_SPACE = /\s{2,}|[^\S ]/g;

/** Soft hyphen, word joiner, and the two overrides of direction, by which a name can be shown backwards. */
const INVISIBLE = /[\u00ad\u2060\u202d\u202e]/g;

/**
 * One line of a page's data (title, name, date): white space collapsed, control and invisible characters and half
 * surrogates dropped, ends trimmed.
 */
export function cleanLine(text: string): string {
  return collapseSpace(dropInvisible(text));
}

/** Without control and invisible characters and half surrogates, and without white space at its ends. */
export function dropInvisible(text: string): string {
  return dropControls(text).replace(INVISIBLE, '').trim();
}

/** The text with each run of white space as one space, and none at its ends. */
export function collapseSpace(text: string): string {
  return text.replace(LOOSE_SPACE, ' ').trim();
}

/** Without the characters that no file, YAML reader or terminal should meet. Line breaks and tabs stay. */
export function dropControls(text: string): string {
  const clean = text.replace(CONTROLS, '');
  return SURROGATE.test(clean) ? clean.replace(LONE_SURROGATES, '\ufffd') : clean;
}

/** The first `length` UTF-16 units, never ending in half a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
