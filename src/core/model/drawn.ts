/** Attribute by which a copy of a page says how style sheets draw an inline or custom element: `block` or `apart`. */
export const DRAWN = 'data-drawn';

/** Inline elements that pages use as boxes. */
export const INLINE_BOXES: ReadonlySet<string> = new Set(
  'a abbr b bdi cite em font i label mark q small span strong time u'.split(' '),
);

/** Values of `display` that put an element on separate lines (https://www.w3.org/TR/css-display-3/). */
export const BLOCK_DISPLAY = /^(?:block|flex|grid|table|list-item|flow-root|table-row)\b/;
