import type { Sourced } from '../model/article.ts';
import { baseOf } from '../text/addresses.ts';
import { fieldOf, stringsOf } from './sources/json-ld.ts';
import type { PageSources } from './sources/page-sources.ts';

const NAMES = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src', 'image'];

/** Returns the picture that the page states for the story: an absolute http(s) address. */
export function readLeadImage(sources: PageSources): Sourced<string> | undefined {
  const base = baseOf(sources.root, sources.url.href);
  for (const name of NAMES) {
    for (const content of sources.meta.get(name) ?? []) {
      const image = asImage(content, base);
      if (image !== undefined) return { value: image, origin: 'meta' };
    }
  }
  for (const node of sources.jsonLd.articles) {
    const [address = ''] = stringsOf(fieldOf(node, 'image'), ['url', 'contentUrl', '@id']);
    const image = asImage(address, base);
    if (image !== undefined) return { value: image, origin: 'json-ld' };
  }
  return undefined;
}

function asImage(address: string, base: string): string | undefined {
  if (address === '' || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
