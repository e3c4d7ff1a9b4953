/** The named references that news systems leave in JSON. */
const NAMED: ReadonlyMap<string, string> = new Map(
  'amp & lt < gt > quot " apos \' nbsp \u00a0 ndash – mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ”'
    .split(/ (?=\w{2})/)
    .map((pair) => [pair.slice(0, -2), pair.slice(-1)] as const),
);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]{2,8}));/g;

/** Decodes character references once. For text that no HTML parser has read: JSON-LD, scripts. */
export function decodeEntities(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
