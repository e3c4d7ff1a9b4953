import type { ArticleImage } from '../model/article.ts';
import { isPrivateAddress } from '../text/private-host.ts';
import { stableHash } from '../text/stable-hash.ts';

/** A picture that goes into the folder beside its post. */
export interface LocalImage {
  readonly url: string;
  /** Its name there: the same for the same address, whatever else the story shows. */
  readonly name: string;
}

/** Kinds of picture that are kept; Without SVG, which as a separate file can run scripts. */
const EXTENSIONS = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'bmp']);

/**
 * Returns the pictures of a story that can be stored beside it: those on the web, each once. A public page must not reach
 * into the reader's own network: its pictures from there stay links, which are not followed.
 *
 * @param pageUrl the story's address
 */
export function localImages(images: readonly ArticleImage[], pageUrl: string): readonly LocalImage[] {
  const isAtHome = isPrivateAddress(pageUrl);
  const byUrl = new Map<string, LocalImage>();
  for (const { src } of images) {
    if (!/^https?:\/\//i.test(src) || /\.svg(?:[?#]|$)/i.test(src)) continue;
    if (!isAtHome && isPrivateAddress(src)) continue;
    byUrl.set(src, { url: src, name: `${stableHash(src)}.${extensionOf(src)}` });
  }
  return [...byUrl.values()];
}

/**
 * The same Markdown (or HTML) with the pictures' addresses replaced, wherever they are the destination of an image or
 * a link. One pass, whatever the number of pictures.
 *
 * @param links from a picture's address to the one that it has in the post
 */
export function relinkImages(text: string, links: ReadonlyMap<string, string>): string {
  const byKey = new Map([...links].map(([url, link]) => [addressKey(url), link]));
  return text.replace(/(\]\(<?|\bsrc=")([^\s<>")]+)/g, (whole, opener: string, url: string) => {
    const link = byKey.get(addressKey(url));
    return link === undefined ? whole : `${opener}${link}`;
  });
}

/** An address without the differences that writing it in Markdown or HTML makes. */
function addressKey(url: string): string {
  const plain = url.replaceAll('&amp;', '&').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // a stray percent sign: compared as it is written
  }
}

/** The extension that the address names, in its path or as `?wx_fmt=png`; `jpg` where it names none. */
function extensionOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const named = [pathname.split('.').at(-1) ?? '', ...searchParams.values()].map((word) => word.toLowerCase());
  return named.find((word) => EXTENSIONS.has(word)) ?? 'jpg';
}
