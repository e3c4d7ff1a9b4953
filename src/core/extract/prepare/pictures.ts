import { resolveAddress } from '../../text/addresses.ts';

/** Attributes in which lazy loaders keep the address of the picture, best first. */
const LAZY_SOURCES = (
  'data-src data-original data-lazy-src data-original-src data-actualsrc data-full-src data-hi-res-src data-large-src ' +
  'data-echo data-lazyload data-lazy data-url data-img-src data-image data-img-url data-source data-backsrc zoomfile file _src real_src'
).split(' ');

const LAZY_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set'];

/** Words in the addresses of pictures that hold a place until the right one is loaded, or count readers. */
const PLACEHOLDERS =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|transparent|loading|lazyload|lazy_placeholder|grey|pixel|1x1|dot|clear|empty|default_?img|fallback)[\w-]*\.(?:gif|png|svg|jpe?g)|\/(?:beacon|pixel|tracking|count)\b|facebook\.com\/tr\b|scorecardresearch|google-analytics|doubleclick\.net/i;

/** Empty elements that stand for a picture. */
const HOLDERS = 'div[data-src], span[data-src], a[data-src], figure[data-src]';
export const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** A picture no larger than this, in pixels, is a sign, not a picture. */
const ICON_SIZE = 32;
const TRACKER_SIZE = 3;

/** No screen of a reader needs a wider one. */
const WIDEST = 2000;

const KEPT_ATTRIBUTES = new Set(['src', 'alt', 'title', 'width', 'height', 'class', 'id']);

/**
 * Pictures with the address that a reader would have seen: from lazy loaders' attributes, `srcset`, `<picture>` and
 * `<noscript>`. Place-holders, trackers and icons go; drawn emoji become their characters.
 */
export function pictures(root: Element, base: string): void {
  for (const noscript of Array.from(root.querySelectorAll('noscript'))) unpackNoscript(noscript);
  for (const amp of Array.from(root.querySelectorAll('amp-img'))) {
    const image = root.ownerDocument.createElement('img');
    for (const name of ['src', 'srcset', 'alt']) image.setAttribute(name, amp.getAttribute(name) ?? '');
    amp.replaceWith(image);
  }
  for (const holder of Array.from(root.querySelectorAll(HOLDERS))) fillHolder(holder);
  for (const image of Array.from(root.querySelectorAll('img'))) {
    const source = isIcon(image) ? undefined : bestSource(image, base);
    if (source === undefined) {
      const alt = image.getAttribute('alt') ?? '';
      if (/^[^\0-\x7f]/.test(alt) && /^\p{Extended_Pictographic}/u.test(alt))
        image.replaceWith(root.ownerDocument.createTextNode(alt));
      else image.remove();
      continue;
    }
    for (const name of image.getAttributeNames()) if (!KEPT_ATTRIBUTES.has(name)) image.removeAttribute(name);
    image.setAttribute('class', (image.getAttribute('class') ?? '').replace(/lazy/gi, ''));
    image.setAttribute('src', source);
  }
  for (const source of Array.from(root.querySelectorAll('picture source')))
    source.replaceWith(...Array.from(source.childNodes));
}

/** The picture that an empty element stands for until a script puts it there. */
function fillHolder(holder: Element): void {
  const source = holder.getAttribute('data-src') ?? '';
  if (holder.firstElementChild || holder.textContent?.trim() || !PICTURE_FILE.test(source)) return;
  const image = holder.ownerDocument.createElement('img');
  image.setAttribute('data-src', source);
  image.setAttribute('alt', holder.getAttribute('data-alt') ?? '');
  holder.append(image);
}

function isIcon(image: Element): boolean {
  const width = Number(image.getAttribute('width') || Number.NaN);
  const height = Number(image.getAttribute('height') || Number.NaN);
  return width <= TRACKER_SIZE || height <= TRACKER_SIZE || (width <= ICON_SIZE && height <= ICON_SIZE);
}

function bestSource(image: Element, base: string): string | undefined {
  for (const name of [...LAZY_SOURCES, 'src']) {
    const source = usable(image.getAttribute(name), base);
    if (source !== undefined) return source;
  }
  const picture = image.parentElement?.tagName === 'PICTURE' ? image.parentElement : undefined;
  for (const element of [image, ...Array.from(picture?.children ?? [])]) {
    for (const name of LAZY_SETS) {
      const source = widest(element.getAttribute(name) ?? '', base);
      if (source !== undefined) return source;
    }
  }
  return undefined;
}

/** The address in its absolute form, where it is one that a post may show. */
function usable(address: string | null, base: string): string | undefined {
  if (!address?.trim() || PLACEHOLDERS.test(address)) return undefined;
  if (/^data:/i.test(address))
    return /^data:image\/(?:png|jpe?g|webp|avif);base64,/i.test(address) && address.length > 1000 ? address : undefined;
  const absolute = resolveAddress(address.trim(), base);
  return absolute && /^https?:/.test(absolute) ? absolute : undefined;
}

/** The widest candidate of a `srcset` that is not wider than any screen needs. */
function widest(set: string, base: string): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const candidate of set.split(/,\s+|\s+,/)) {
    const [address = '', size = '1x'] = candidate.trim().split(/\s+/);
    const source = usable(address.replace(/,$/, ''), base);
    const width = Number.parseFloat(size);
    if (source !== undefined && width > most && (width <= WIDEST || most === -1)) {
      best = source;
      most = width;
    }
  }
  return best;
}

/**
 * A `<noscript>` beside a lazy picture holds the picture itself. Where scripts run its content is one text, and is read
 * by attribute: parsing it as HTML would wake what a page hides in it.
 */
function unpackNoscript(noscript: Element): void {
  // One that holds a script was never closed (by an end tag that something inside it swallowed): it is the page.
  if (noscript.querySelector('script')) {
    noscript.replaceWith(...Array.from(noscript.childNodes));
    return;
  }
  const inside = noscript.querySelector('img') ?? imageInText(noscript);
  const before = noscript.previousElementSibling;
  const lazy = before?.tagName === 'IMG' ? before : (before?.querySelector('img') ?? null);
  if (inside) {
    if (lazy) {
      if (usable(inside.getAttribute('src'), 'https://unknown.invalid/'))
        lazy.setAttribute('data-src', inside.getAttribute('src') ?? '');
    } else noscript.before(inside);
  }
  noscript.remove();
}

function imageInText(noscript: Element): Element | undefined {
  const tag = /<img\b[^>]*>/i.exec(noscript.textContent ?? '')?.[0];
  if (tag === undefined) return undefined;
  const image = noscript.ownerDocument.createElement('img');
  for (const [, name = '', quoted, single, bare] of tag.matchAll(
    /\s(src|srcset|alt|width|height)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  )) {
    image.setAttribute(name.toLowerCase(), (quoted ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
  }
  return image;
}
