import type { NamedAddress } from '../../core/page-links.ts';
import { urlKeyOf } from '../../library/model/identity.ts';

/** An address that may become an item of a batch. */
export interface Candidate extends NamedAddress {
  /** Its place in the list, which names it. */
  readonly n: number;
  readonly tabId?: number;
  /** `known`: the library has its story · `twice`: an earlier one in the list is the same story. */
  readonly status: 'new' | 'known' | 'twice';
}

/** An address as a source names it. */
export type Found = NamedAddress & { readonly tabId?: number; readonly isChosen?: boolean };

/** Sorts out what is found twice, and what the library has. @param known addresses of stories that it has. */
export function candidatesOf(found: readonly Found[], known: ReadonlySet<string>): Candidate[] {
  const seen = new Set<string>();
  return found.map(({ url, title, tabId }, n) => {
    const key = urlKeyOf(url);
    const status = seen.has(key) ? 'twice' : known.has(url) ? 'known' : 'new';
    seen.add(key);
    return { n, url, title, status, ...(tabId === undefined ? {} : { tabId }) };
  });
}

/**
 * Whether an address passes a filter: words, all of which it or its title must have, or a pattern with `*` for anything.
 * A word after `-` must not be there.
 */
export function createFilter(text: string): (candidate: NamedAddress) => boolean {
  const tests = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-')
    .map((word) => {
      const isNot = word.startsWith('-');
      const has = testOf(isNot ? word.slice(1) : word);
      return (searched: string): boolean => has(searched) !== isNot;
    });
  return ({ url, title }) => {
    const searched = `${readable(url)} ${title}`.toLowerCase();
    return tests.every((passes) => passes(searched));
  };
}

function testOf(word: string): (searched: string) => boolean {
  if (!word.includes('*')) return (searched) => searched.includes(word);
  const parts = word.split('*').filter((part) => part !== '');
  return (searched) => {
    let from = 0;
    for (const part of parts) {
      const at = searched.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return true;
  };
}

function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // Percent signs that are not UTF-8 stay unchanged.
    return url;
  }
}

/** The hosts of addresses, each once, those with most addresses first. */
export function hostsOf(addresses: readonly NamedAddress[]): string[] {
  const counts = new Map<string, number>();
  for (const { url } of addresses) {
    const { host } = new URL(url);
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([host]) => host);
}
