// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it drops
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** One line of text: white space collapsed, control characters and half surrogates dropped, ends trimmed. */
export function cleanLine(text: string): string {
  return dropControls(text).replace(/\s+/g, ' ').trim();
}

/** Without the characters that no file, YAML reader or terminal should meet. Line breaks and tabs stay. */
export function dropControls(text: string): string {
  return text.replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd');
}

/** The first `length` UTF-16 units, never ending in half a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
