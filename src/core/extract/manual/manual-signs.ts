/** A page with fewer headings that links lead to is not a manual. */
export const LEAST_SECTIONS = 3;

const PLACES = ':is(h2, h3, h4)[id], :is(h2, h3, h4) [id], :is(h2, h3, h4) a[href*="#"], section[id]';

/** True where a page may have sections with addresses of their own. */
export function mayBeManual(root: Element): boolean {
  return (
    root.querySelectorAll(PLACES).length >= LEAST_SECTIONS &&
    root.querySelectorAll('a[href*="#"]').length >= LEAST_SECTIONS
  );
}
