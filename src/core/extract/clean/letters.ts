/** Most titles are plain ASCII: for them the tables of Unicode are not needed, which are slow to compile. */
const ASCII = /^[ -~\s]*$/;

/** Letters and digits only, in lower case, so that quotation marks and spaces do not tell two spellings of a text apart. */
export function lettersOf(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
