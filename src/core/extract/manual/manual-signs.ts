/** A page with fewer headings that links lead to is not a manual. */
export const LEAST_SECTIONS = 3;

/** What is in these is beside the text. */
export const FURNITURE =
  'nav, aside, footer, dialog, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="dialog"]';

/** Lists as chapters have them of their parts. */
const CONTENTS = '[class*="toc" i] a[href], dl dl a[href]';

const PLACES = ':is(h2, h3, h4)[id], :is(h2, h3, h4) [id], :is(h2, h3, h4) a[href*="#"], section[id]';

/** True where a page may have sections with addresses of their own, or a list of them. */
export function mayBeManual(root: Element): boolean {
  if (root.querySelector(CONTENTS)) return true;
  return (
    root.querySelectorAll(PLACES).length >= LEAST_SECTIONS &&
    root.querySelectorAll('a[href*="#"]').length >= LEAST_SECTIONS
  );
}
