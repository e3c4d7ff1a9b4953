/** What states or names a live blog, and what its entries have. */
const LIVE_BOXES =
  '[itemtype*="LiveBlog"], [class*="liveblog" i], [class*="live-blog" i], [class*="live_blog" i], [class*="liveticker" i], [class*="live-ticker" i], [class*="liveupdate" i], [class*="live-update" i], [class*="timeline" i], [id*="liveblog" i], [id*="live-blog" i]';
const MOMENTS = 'time, [datetime], [class*="time" i], [class*="date" i]';

/** Fewer entries are no live blog. */
export const LEAST_ENTRIES = 3;

/** True where a page may be a live blog. */
export function mayBeLive(root: Element): boolean {
  return root.querySelectorAll(MOMENTS).length >= LEAST_ENTRIES && isNamedLive(root);
}

/** True where a page says by names or structured data that it is a live blog. */
export function isNamedLive(root: Element): boolean {
  return root.querySelector(LIVE_BOXES) !== null || states(root, /"LiveBlogPosting"/);
}

const INGREDIENTS = '[class*="ingredient" i], [id*="ingredient" i], [itemprop*="ngredient"], [itemtype*="/Recipe"]';

/** True where a page may be a recipe. */
export function mayBeRecipe(root: Element): boolean {
  return root.querySelector(INGREDIENTS) !== null || states(root, /"Recipe"/);
}

function states(root: Element, type: RegExp): boolean {
  return Array.from(root.ownerDocument.querySelectorAll('script[type="application/ld+json"]')).some(({ textContent }) =>
    type.test(textContent ?? ''),
  );
}
