import { hasClassLike } from './class-names.ts';

/** What states or names a live blog, and what its entries have. */
const LIVE_BOXES = '[itemtype*="LiveBlog"], [id*="liveblog" i], [id*="live-blog" i]';
const LIVE_NAMES = 'liveblog live-blog live_blog liveticker live-ticker liveupdate live-update timeline'.split(' ');
const MOMENTS = 'time, [datetime], [class*="time" i], [class*="date" i]';

/** Fewer entries are no live blog. */
export const LEAST_ENTRIES = 3;

/** True where a page may be a live blog. @param names its classes (`class-names.ts`). */
export function mayBeLive(root: Element, names: string): boolean {
  return root.querySelectorAll(MOMENTS).length >= LEAST_ENTRIES && isNamedLive(root, names);
}

/** True where a page says by names or structured data that it is a live blog. @param names its classes. */
export function isNamedLive(root: Element, names: string): boolean {
  const isNamed = root.querySelector(LIVE_BOXES) !== null || hasClassLike(root, names, LIVE_NAMES);
  return isNamed || states(root, /"LiveBlogPosting"/);
}

const INGREDIENTS = '[id*="ingredient" i], [itemprop*="ngredient"], [itemtype*="/Recipe"]';

/** True where a page may be a recipe. @param names its classes. */
export function mayBeRecipe(root: Element, names: string): boolean {
  const isNamed = root.querySelector(INGREDIENTS) !== null || hasClassLike(root, names, ['ingredient']);
  return isNamed || states(root, /"Recipe"/);
}

function states(root: Element, type: RegExp): boolean {
  return Array.from(root.ownerDocument.querySelectorAll('script[type="application/ld+json"]')).some(({ textContent }) =>
    type.test(textContent ?? ''),
  );
}
