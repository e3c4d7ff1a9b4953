import { addressesInText } from '../../core/address-list.ts';
import { linksOfPage, type NamedAddress } from '../../core/page-links.ts';
import { pageEncoding } from '../../core/text/page-encoding.ts';

const HTML = /<(?:!doctype|html|body|dl|ul|ol|p|a)\b/i;
const SITEMAP = /<(?:urlset|sitemapindex)[\s>]/i;
const JSON_START = /^\s*[[{]/;
/** Relative links of a saved page lead nowhere. */
const NOWHERE = 'about:blank';

/** A sitemap that leads to other sitemaps, and not to pages. */
export class SitemapIndexError extends Error {}

/**
 * Returns the addresses in a file, in any encoding: the pages of a sitemap, the links of a page or of exported bookmarks,
 * else all in its text, each once.
 *
 * @throws {SitemapIndexError}
 */
export function addressesInFile(bytes: Uint8Array, parse: (html: string) => Document): NamedAddress[] {
  const text = new TextDecoder(pageEncoding(bytes)).decode(bytes);
  const head = JSON_START.test(text) ? '' : text.slice(0, 4_096);
  if (SITEMAP.test(head)) return pagesOfSitemap(text, parse);
  if (HTML.test(head)) {
    const { links } = linksOfPage(parse(text).documentElement, NOWHERE);
    if (links.length > 0) return [...links];
  }
  return addressesInText(text);
}

/**
 * The pages of a sitemap (sitemaps.org). It is read as HTML, which takes what is not well-formed as well; the addresses of
 * pictures and videos have a prefix, `image:loc`, and are other elements.
 */
function pagesOfSitemap(text: string, parse: (html: string) => Document): NamedAddress[] {
  const unwrapped = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inside: string) => inside.replaceAll('&', '&amp;'));
  const places = Array.from(parse(unwrapped).getElementsByTagName('loc'));
  const pages = places.filter((place) => !place.closest('sitemap'));
  if (pages.length === 0 && places.length > 0) throw new SitemapIndexError();
  const addresses = pages.map((place) => place.textContent.trim()).filter(isWebAddress);
  return [...new Set(addresses)].map((url) => ({ url, title: '' }));
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
