import type { Sourced } from '../model/article.ts';
import { cut } from '../text/clean-text.ts';
import { stringOf } from './sources/json-ld.ts';
import { firstMeta } from './sources/meta-tags.ts';
import type { PageSources } from './sources/page-sources.ts';

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
export function readDescription(sources: PageSources): Sourced<string> {
  const meta = firstMeta(sources.meta, NAMES);
  if (meta !== '') return { value: cut(meta, MAX_LENGTH), origin: 'meta' };
  const json = sources.jsonLd.articles.map((node) => stringOf(node, 'description')).find((text) => text !== '');
  return json === undefined ? { value: '', origin: 'none' } : { value: cut(json, MAX_LENGTH), origin: 'json-ld' };
}
