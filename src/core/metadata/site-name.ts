import type { Origin, Sourced } from '../model/article.ts';
import { matchesHost } from './matches-host.ts';
import { fieldOf, stringsOf } from './sources/json-ld.ts';
import { firstMeta } from './sources/meta-tags.ts';
import { firstText, type PageSources } from './sources/page-sources.ts';
import { splitTitle } from './title-parts.ts';

const NAMES = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'al:android:app_name',
];
const MAX_LENGTH = 60;

/**
 * The site's name as its readers know it: what the publisher is known as, else what the page states, else the part behind the
 * headline in the title element (`…_财经_腾讯网`), else the host.
 */
export function readSiteName(sources: PageSources, headline: string): Sourced<string> {
  const named = namesOfSite(sources).find(({ value }) => isName(value));
  if (named) return named;
  const parts = splitTitle(sources.titleElement);
  const last = parts.at(-1) ?? '';
  const isBehindHeadline = parts.length > 1 && sources.titleElement.startsWith(headline) && !headline.endsWith(last);
  if (isName(last) && (isBehindHeadline || (parts.length > 1 && matchesHost(last, sources.url.hostname)))) {
    return { value: last, origin: 'title-element' };
  }
  return { value: sources.url.hostname.replace(/^www\./, ''), origin: 'host' };
}

const known = new WeakMap<PageSources, readonly Sourced<string>[]>();

/** Returns every name that the page states for its site, best first. Cached, as title, authors and site name all need them. */
export function namesOfSite(sources: PageSources): readonly Sourced<string>[] {
  const names = known.get(sources) ?? collectNames(sources);
  known.set(sources, names);
  return names;
}

function collectNames(sources: PageSources): Sourced<string>[] {
  const from = (origin: Origin, names: readonly string[]): Sourced<string>[] =>
    names.filter((value) => value !== '').map((value) => ({ value, origin }));
  const { articles, pages, publishers } = sources.jsonLd;
  const ofPublisher = [...articles, ...pages].flatMap((node) => stringsOf(fieldOf(node, 'publisher'), ['name']));
  return [
    ...from('site-rule', [sources.rule?.name ?? firstText(sources.root, sources.rule?.nameAt)]),
    ...from('meta', [firstMeta(sources.meta, NAMES.slice(0, 1))]),
    ...from('json-ld', ofPublisher),
    ...from(
      'json-ld',
      publishers.flatMap((node) => stringsOf(fieldOf(node, 'name'))),
    ),
    ...from(
      'meta',
      NAMES.slice(1).map((name) => firstMeta(sources.meta, [name])),
    ),
  ];
}

function isName(value: string): boolean {
  return value !== '' && value.length <= MAX_LENGTH && !/^https?:\/\//i.test(value) && !value.startsWith('@');
}
