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

/** No screen of a reader needs a wider one. */
const WIDEST = 2000;

/** The absolute address of the picture that an image shows once it is loaded; undefined where it shows none. */
export function bestSource(image: Element, base: string): string | undefined {
  return lazySource(image, base) ?? usable(image.getAttribute('src'), base) ?? sourceOfSets(image, base);
}

/** The address that a lazy loader keeps in an attribute of its own. */
export function lazySource(image: Element, base: string): string | undefined {
  for (const name of LAZY_SOURCES) {
    const source = usable(image.getAttribute(name), base);
    if (source !== undefined) return source;
  }
  return undefined;
}

function sourceOfSets(image: Element, base: string): string | undefined {
  const picture = image.parentElement?.tagName === 'PICTURE' ? image.parentElement : undefined;
  for (const element of [image, ...Array.from(picture?.children ?? [])]) {
    for (const name of LAZY_SETS) {
      const source = widest(element.getAttribute(name) ?? '', base);
      if (source !== undefined) return source;
    }
  }
  return undefined;
}

/** The address in its absolute form, where a post may show it. */
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
