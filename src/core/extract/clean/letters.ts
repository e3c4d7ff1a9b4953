/** Letters and digits only, in lower case, so that quotation marks and spaces do not tell two spellings of a text apart. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
