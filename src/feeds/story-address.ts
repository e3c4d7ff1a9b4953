import { cleanUrl } from '../core/metadata/canonical-url.ts';
import { unwrapAddress } from './unwrap-address.ts';

/** The address of a story that a feed states, absolute and out of its wrappers; undefined where it is not a web address. */
export function storyAddress(address: string | undefined, base: string): string | undefined {
  const written = address?.trim();
  if (!written || !URL.canParse(written, base)) return undefined;
  const url = unwrapAddress(new URL(written, base));
  return /^https?:$/.test(url.protocol) ? cleanUrl(url) : undefined;
}

/** The address that relative ones start from: each `xml:base` against the one around it, the outermost first. */
export function baseAddress(feedUrl: string, ...bases: readonly (string | undefined)[]): string {
  return bases.reduce<string>(
    (outer, base) => (base !== undefined && URL.canParse(base, outer) ? new URL(base, outer).href : outer),
    feedUrl,
  );
}
