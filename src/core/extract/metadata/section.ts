import type { Sourced } from '../../article.ts';
import { stringOf } from './facts/json-ld.ts';
import { firstMeta } from './facts/meta-tags.ts';
import type { PageFacts } from './facts/page-facts.ts';

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
export function readSection(facts: PageFacts): Sourced<string> {
  const json = facts.jsonLd.articles.map((node) => stringOf(node, 'articleSection', ['name'])).find(isSection);
  if (json !== undefined) return { value: json, origin: 'json-ld' };
  const meta = firstMeta(facts.meta, NAMES);
  return isSection(meta) ? { value: meta, origin: 'meta' } : { value: '', origin: 'none' };
}

function isSection(text: string): boolean {
  return text !== '' && text.length <= MAX_LENGTH && !text.startsWith('http');
}
