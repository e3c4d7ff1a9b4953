/** A longer `data:` address is a file in the text; Base64 of some 6 kB, an icon, may stay. */
const MAX_DATA_LENGTH = 8192;
const IMAGE_SCHEMES = /^https?:\/\/|^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;

/** The attributes of an image that a post may show, or undefined for a placeholder, a tracking pixel or an unsafe source. */
export function readImage(image: Element): { src: string; alt: string; title: string } | undefined {
  const src = image.getAttribute('src')?.trim() ?? '';
  if (!IMAGE_SCHEMES.test(src) || (src.startsWith('data:') && src.length > MAX_DATA_LENGTH)) return undefined;
  if (isTiny(image.getAttribute('width')) && isTiny(image.getAttribute('height'))) return undefined;
  return { src, alt: image.getAttribute('alt') ?? '', title: image.getAttribute('title') ?? '' };
}

function isTiny(size: string | null): boolean {
  return size !== null && /^\s*[012](?:px)?\s*$/.test(size);
}
