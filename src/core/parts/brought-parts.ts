import type { toMarkdown } from '../markdown/to-markdown.ts';
import type { Parts } from './parts.ts';

/** What scripts of ours bring one another: what only some pages need, and what writes the Markdown of a clip. */
export interface BroughtParts extends Parts {
  readonly markdown: { readonly toMarkdown: typeof toMarkdown };
}

const KEY = 'jianbaoParts';

/**
 * The parts that were brought into a world.
 *
 * @param scope the world's global object. Own properties of it only: an element of that name (`<p id="jianbaoParts">`)
 *   is no part. The page's scripts have a world of their own.
 */
export function partsIn(scope: object): Partial<BroughtParts> {
  return Object.hasOwn(scope, KEY) ? Reflect.get(scope, KEY) : {};
}

/** Puts a part where the clip finds it. */
export function bringPart(scope: object, part: Partial<BroughtParts>): void {
  Object.defineProperty(scope, KEY, { value: { ...partsIn(scope), ...part }, configurable: true });
}
