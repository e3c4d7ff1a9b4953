import { attributeOf } from './facts/elements.ts';
import { firstMeta } from './facts/meta-tags.ts';
import type { PageFacts } from './facts/page-facts.ts';

/**
 * Query parameters that say how a reader came, never which story it is. Exact names, then beginnings.
 * Source: the lists of Firefox's query stripping and ClearURLs, reduced to those that no site uses to find its stories.
 */
const TRACKING_NAMES = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id ' +
    'oly_anon_id oly_enc_id s_cid cmpid cid_source ncid ocid smid smtyp partner_source share_source share_medium share_token sharer_shareid ' +
    'spm scm from_source isappinstalled nsukey wt_mc wt_zmc xtor xtref srnd ito ftag __twitter_impression amp_js_v usqp ref_src ref_url ' +
    'taid guccounter guce_referrer guce_referrer_sig rss_source at_medium at_campaign traffic_source chksm scene clicktime enterid'
  ).split(' '),
);
const TRACKING_STARTS = ['utm_', 'hsa_', 'pk_', 'piwik_', 'mtm_', 'matomo_', 'at_custom', 'stm_'];

/** First labels of the hosts of mobile and AMP editions; the story is the same below the main host. */
const EDITION_LABELS = new Set(['www', 'm', 'amp', 'mobile', 'wap', '3g', 'touch', 'wapbaike', 'i', 'h5', 'web']);

/**
 * The story's own address: the page's canonical link or `og:url` where it stays on the page's own host (or that host's
 * mobile or AMP edition), otherwise the address the reader was at. Another site's address is never believed: a page could
 * then be filed under any name.
 */
export function readCanonicalUrl(facts: PageFacts): string {
  const claims = [...canonicalLinks(facts.root), firstMeta(facts.meta, ['og:url'])];
  const claimed = claims.map((claim) => trusted(claim, facts.url)).find((url) => url !== undefined);
  return cleanUrl(claimed ?? facts.url);
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
    .filter((pair) => pair !== '' && !isTracking(pair));
  clean.search = kept.join('&');
  return clean.href;
}

function canonicalLinks(root: Element): string[] {
  return [...root.querySelectorAll('link[rel][href]')]
    .filter((link) => (attributeOf(link, 'rel') ?? '').toLowerCase().split(/\s+/).includes('canonical'))
    .map((link) => attributeOf(link, 'href') ?? '');
}

/** A claimed address that may stand for the page's: same site, and not the site's front page for an inner one. */
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

function isTracking(pair: string): boolean {
  const name = (pair.split('=')[0] ?? '').toLowerCase();
  return TRACKING_NAMES.has(name) || TRACKING_STARTS.some((start) => name.startsWith(start));
}
