import type { Sourced } from '../../article.ts';
import { cut } from './facts/clean-text.ts';
import { stringOf } from './facts/json-ld.ts';
import { firstMeta } from './facts/meta-tags.ts';
import type { PageFacts } from './facts/page-facts.ts';

const NAMES = [
  'og:description',
  'description',
  'twitter:description',
  'dc.description',
  'dcterms.description',
  'dcterms.abstract',
];
const MAX_LENGTH = 1_000;

/** The page's own summary of the story, one line. */
export function readDescription(facts: PageFacts): Sourced<string> {
  const meta = firstMeta(facts.meta, NAMES);
  if (meta !== '') return { value: cut(meta, MAX_LENGTH), origin: 'meta' };
  const json = facts.jsonLd.articles.map((node) => stringOf(node, 'description')).find((text) => text !== '');
  return json === undefined ? { value: '', origin: 'none' } : { value: cut(json, MAX_LENGTH), origin: 'json-ld' };
}
