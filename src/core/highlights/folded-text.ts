/** A text without its white space and invisible signs, and where each unit of it was. */
export interface FoldedText {
  /** UTF-16 units. */
  readonly codes: Uint16Array;
  /** The offset in the text of each of `codes`. */
  readonly offsets: Uint32Array;
}

/** Quotation marks that sites change between drafts, each with the plain one. */
const PLAIN: ReadonlyMap<number, number> = new Map([
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
]);

/**
 * Folds a text for comparing: two renderings of one story differ in white space, soft hyphens and the form of their
 * quotation marks. Linear in the text.
 */
export function foldText(text: string): FoldedText {
  const codes = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isUnseen(code)) continue;
    codes[length] = code < 0x2018 || code > 0x201d ? code : (PLAIN.get(code) ?? code);
    offsets[length] = at;
    length += 1;
  }
  return { codes: codes.subarray(0, length), offsets: offsets.subarray(0, length) };
}

/** White space and format characters (Unicode categories Z, Cc and, of Cf, those that text of the web holds). */
function isUnseen(code: number): boolean {
  if (code < 0x80) return code <= 0x20 || code === 0x7f;
  if (code < 0x1680) return code <= 0xa0 || code === 0xad;
  if (code < 0x2000) return code === 0x1680 || code === 0x180e;
  if (code < 0x2070) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  return code === 0x3000 || code === 0xfeff;
}

/** How much a text says: a Han, kana or Hangul sign counts as two letters. */
export function weightOf(codes: Uint16Array): number {
  let weight = 0;
  for (const code of codes) weight += code >= 0x2e80 && code < 0xd800 ? 2 : 1;
  return weight;
}
