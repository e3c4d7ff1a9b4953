/** Characters of an address that would end a link, or begin HTML, a template or a table, in some program. */
const UNSAFE = /[\p{Cc}\s"<>\\^`{|}[\]]/gu;

/**
 * An address as the target of a link or an image: what is unsafe is percent-encoded, which leads to the same place;
 * `&` is written so that no character reference results. Brackets stay where they are in pairs.
 */
export function linkTarget(address: string): string {
  const encoded = address.trim().replace(UNSAFE, percentEncode);
  const paired = hasPairedBrackets(encoded) ? encoded : encoded.replace(/[()]/g, percentEncode);
  return paired.replace(/&(?=#?\w{1,31};)/g, '&amp;');
}

/** A link's title or an image's alternative text: plain words without any sign that a program reads. */
export function plainAttribute(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&(?=#?\w{1,31};)/g, '&amp;')
    .replace(/"/g, '”')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/[\\`*~^$<{|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function percentEncode(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function hasPairedBrackets(address: string): boolean {
  let open = 0;
  for (const sign of address.match(/[()]/g) ?? []) {
    open += sign === '(' ? 1 : -1;
    if (open < 0 || open > 3) return false;
  }
  return open === 0;
}
