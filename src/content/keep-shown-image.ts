/**
 * Sets on an image's clone the address that the browser chose and loaded, be it from `srcset`, `<picture>` or a script.
 * An image not loaded yet shows a placeholder at most; its attributes then still name the real one.
 */
export function keepShownImage(image: HTMLImageElement, clone: Element): void {
  const { complete, currentSrc, naturalWidth } = image;
  const isPlaceholder = naturalWidth <= 1 || !/^https?:/.test(currentSrc);
  if (complete && !isPlaceholder) clone.setAttribute('src', currentSrc);
}
