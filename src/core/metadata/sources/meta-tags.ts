import { cleanLine, cut } from '../../text/clean-text.ts';
import { attributeOf } from './elements.ts';

/** The contents of the page's meta tags by lower-case name, in page order. A Map: names such as `__proto__` are only names. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];
const MAX_CONTENT = 4_000;

/** Reads every meta tag once, under each of the names it goes by. */
export function readMetaTags(root: Element): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of root.querySelectorAll('meta')) {
    const content = cleanMeta(attributeOf(element, 'content') ?? '');
    if (content === '') continue;
    const names = new Set(NAMES.map((name) => (attributeOf(element, name) ?? '').trim().toLowerCase()));
    for (const name of names) {
      if (name === '') continue;
      const contents = tags.get(name);
      if (contents) contents.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}

/** The first content under the first of the names that has one; empty where none has. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string {
  for (const name of names) {
    const content = tags.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return '';
}

function cleanMeta(content: string): string {
  return cleanLine(cut(content, MAX_CONTENT));
}
