import type { NamedAddress } from './page-links.ts';

/** Keys by which browsers and scrapers name the address of a page: no icon, no picture. */
const ADDRESS_KEYS: ReadonlySet<string> = new Set(['url', 'uri', 'href', 'link']);
/** Keys by which they name its title. */
const TITLE_KEYS = ['title', 'name'] as const;

interface Part {
  readonly key: string;
  readonly value: unknown;
  /** The title that the object around it states. */
  readonly title: string;
}

/**
 * Returns the web addresses in JSON, in order: those of lists, and those under the usual keys at any depth, as in the
 * bookmarks that Firefox and Chrome keep. Returns nothing where the text is no JSON.
 */
export function addressesInJson(text: string): NamedAddress[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // Lines that begin with a bracket, such as Markdown links, or JSON lines.
  }
  const found: NamedAddress[] = [];
  const open: Part[] = [{ key: '', value, title: '' }];
  for (let part = open.pop(); part; part = open.pop()) {
    if (typeof part.value === 'object' && part.value !== null) open.push(...partsOf(part.value, part).reverse());
    else if (typeof part.value === 'string' && isNamed(part.key, part.value)) {
      found.push({ url: part.value, title: part.title });
    }
  }
  return found;
}

/** A text in a list is named as the list is; of a list without a name, each is an address. */
function partsOf(value: object, { key }: Part): Part[] {
  if (Array.isArray(value)) return value.map((each: unknown) => ({ key: key || 'url', value: each, title: '' }));
  const entries = Object.entries(value);
  const stated = TITLE_KEYS.flatMap((name) => entries.filter(([each]) => each === name).map(([, title]) => title));
  const title = stated.find((each) => typeof each === 'string')?.trim() ?? '';
  return entries.map(([name, inside]) => ({ key: name, value: inside, title }));
}

function isNamed(key: string, text: string): boolean {
  return ADDRESS_KEYS.has(key) && /^https?:\/\//i.test(text) && URL.canParse(text);
}
