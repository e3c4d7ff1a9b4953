import { noscriptPictures } from './noscript-pictures.ts';
import { bestSource } from './picture-source.ts';
import { repeatedPictures } from './repeated-pictures.ts';

/** Empty elements that a script fills with a picture. */
const HOLDERS = 'div[data-src], span[data-src], a[data-src], figure[data-src]';
export const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** A picture of this size in pixels or less is an icon. */
const ICON_SIZE = 32;
const TRACKER_SIZE = 3;

const KEPT_ATTRIBUTES = new Set(['src', 'alt', 'title', 'width', 'height', 'class', 'id']);

/**
 * Gives pictures the address that a reader sees: from lazy loaders' attributes, `srcset`, `<picture>` and `<noscript>`.
 * Removes place-holders, trackers and icons; replaces drawn emoji by their characters.
 */
export function pictures(root: Element, base: string): void {
  noscriptPictures(root, base);
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
  repeatedPictures(root);
}

/** Adds the picture that a script would add to an empty element. */
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
