import type { Sourced } from '../model/article.ts';
import { fieldOf, stringsOf } from './sources/json-ld.ts';
import type { MetaTags } from './sources/meta-tags.ts';
import type { PageSources } from './sources/page-sources.ts';

const NAMES = [
  'article:tag',
  'news_keywords',
  'keywords',
  'sailthru.tags',
  'parsely-tags',
  'dc.subject',
  'dcterms.subject',
];
const SEPARATORS = /[,;，、；]/;
/** A keyword list longer than this is for search engines, not for readers. */
const MAX_COUNT = 30;
const MAX_LENGTH = 60;

/** The page's keywords: strings, each once (whatever its case), at most thirty. */
export function readKeywords(sources: PageSources): Sourced<readonly string[]> {
  const json = sources.jsonLd.articles.flatMap((node) => stringsOf(fieldOf(node, 'keywords'), ['name']));
  const fromJson = tidy(json);
  if (fromJson.length > 0) return { value: fromJson, origin: 'json-ld' };
  const fromMeta = tidy(metaKeywords(sources.meta));
  return fromMeta.length > 0 ? { value: fromMeta, origin: 'meta' } : { value: [], origin: 'none' };
}

function metaKeywords(meta: MetaTags): readonly string[] {
  return NAMES.map((name) => meta.get(name)).find((contents) => contents !== undefined) ?? [];
}

function tidy(lists: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const list of lists) {
    for (const part of list.split(SEPARATORS)) {
      // Taxonomies of some systems print as `tag:Harbour`; Chinese ones as `#港口#`.
      const keyword = part
        .replace(/^\s*(?:tag:|#)/i, '')
        .replace(/#\s*$/, '')
        .trim();
      const key = keyword.toLowerCase();
      if (keyword !== '' && keyword.length <= MAX_LENGTH && !seen.has(key)) seen.set(key, keyword);
      if (seen.size === MAX_COUNT) return [...seen.values()];
    }
  }
  return [...seen.values()];
}
