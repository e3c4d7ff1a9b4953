import type { finishArticle } from '../finish-article.ts';
import type { rehearseFinish } from '../rehearse-finish.ts';
import type { Parts } from './parts.ts';

/** What scripts of ours bring one another: what only some pages need, and what finishes a clip. */
export interface BroughtParts extends Parts {
  readonly finish: {
    readonly finishArticle: typeof finishArticle;
    readonly rehearseFinish: typeof rehearseFinish;
  };
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
