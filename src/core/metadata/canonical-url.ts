import { isTrackingParameter } from '../text/tracking-parameters.ts';
import { attributeOf } from './sources/elements.ts';
import { firstMeta } from './sources/meta-tags.ts';
import type { PageSources } from './sources/page-sources.ts';

/** First labels of the hosts of mobile and AMP editions; the story is the same below the main host. */
const EDITION_LABELS = new Set(['www', 'm', 'amp', 'mobile', 'wap', '3g', 'touch', 'wapbaike', 'i', 'h5', 'web']);

/**
 * The story's own address: the page's canonical link or `og:url` where it stays on the page's own host (or that host's
 * mobile or AMP edition), otherwise the address the reader was at. Another site's address is never believed: a page could
 * then be filed under any name.
 */
export function readCanonicalUrl(sources: PageSources): string {
  const claims = sources.isStale ? [] : [...canonicalLinks(sources.root), firstMeta(sources.meta, ['og:url'])];
  const claimed = claims.map((claim) => trusted(claim, sources.url)).find((url) => url !== undefined);
  return cleanUrl(claimed ?? sources.url);
}

/** The address of the page that was clipped, without credentials and fragment. */
export function readPageUrl(url: URL): string {
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  clean.hash = '';
  return clean.href;
}

/** Without credentials, fragment and tracking parameters; other parameters keep their order and spelling. */
export function cleanUrl(url: URL): string {
  const clean = new URL(readPageUrl(url));
  const kept = clean.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTrackingParameter(pair.split('=')[0] ?? ''));
  clean.search = kept.join('&');
  return clean.href;
}

function canonicalLinks(root: Element): string[] {
  return [...root.querySelectorAll('link[rel][href]')]
    .filter((link) => (attributeOf(link, 'rel') ?? '').toLowerCase().split(/\s+/).includes('canonical'))
    .map((link) => attributeOf(link, 'href') ?? '');
}

/** Returns a claimed address that can replace the page's: same site, and not the site's front page for an inner page. */
function trusted(claim: string, page: URL): URL | undefined {
  if (claim === '' || !URL.canParse(claim, page.href)) return undefined;
  const url = new URL(claim, page.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (siteHost(url) !== siteHost(page) || url.port !== page.port) return undefined;
  if (url.pathname === '/' && url.search === '' && (page.pathname !== '/' || page.search !== '')) return undefined;
  if (page.protocol === 'https:') url.protocol = 'https:';
  return url;
}

function siteHost(url: URL): string {
  const labels = url.hostname.split('.');
  while (labels.length > 2 && EDITION_LABELS.has(labels[0] ?? '')) labels.shift();
  return labels.join('.');
}
