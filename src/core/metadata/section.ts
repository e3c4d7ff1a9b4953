import type { Sourced } from '../model/article.ts';
import { stringOf } from './sources/json-ld.ts';
import { firstMeta } from './sources/meta-tags.ts';
import type { PageSources } from './sources/page-sources.ts';

const NAMES = [
  'article:section',
  'og:article:section',
  'parsely-section',
  'sailthru.section',
  'cxenseparse:section',
  'category',
];
const MAX_LENGTH = 80;

/** The part of the site the story is filed under. */
export function readSection(sources: PageSources): Sourced<string> {
  const json = sources.jsonLd.articles.map((node) => stringOf(node, 'articleSection', ['name'])).find(isSection);
  if (json !== undefined) return { value: json, origin: 'json-ld' };
  const meta = firstMeta(sources.meta, NAMES);
  return isSection(meta) ? { value: meta, origin: 'meta' } : { value: '', origin: 'none' };
}

function isSection(text: string): boolean {
  return text !== '' && text.length <= MAX_LENGTH && !text.startsWith('http');
}
