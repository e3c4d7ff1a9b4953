import type { PassContext } from './pass.ts';

/** Passes that judge by names and kinds. What others take out was out of sight, or is not text of the page. */
const BY_NAME: ReadonlySet<string> = new Set(['advertisements', 'cards', 'related', 'share-bars', 'subscriptions']);

/** A pass that took out more than this share of a page's prose, and left less than `LITTLE`, took out the story. */
const MOST = 0.5;
const LITTLE = 250;

/** Puts back what one pass took out of a page where that was its story: a page of boxes that bear names of teasers. */
export function restoreStory(root: Element, { measure, removed, trace }: PassContext): void {
  const offset = trace.length - removed.length;
  const sums = new Map<string, number>();
  removed.forEach(({ element }, index) => {
    const pass = trace[offset + index]?.pass ?? '';
    if (BY_NAME.has(pass)) sums.set(pass, (sums.get(pass) ?? 0) + measure.of(element).prose);
  });
  const [pass, prose = 0] = [...sums].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (prose <= measure.total.prose * MOST || prose < LITTLE * 2 || measure.proseNow(root) >= LITTLE) return;
  for (let index = removed.length - 1; index >= 0; index--) {
    if (trace[offset + index]?.pass !== pass) continue;
    const [one] = removed.splice(index, 1);
    trace.splice(offset + index, 1);
    one?.parent?.insertBefore(one.element, one.next?.parentNode === one.parent ? one.next : null);
  }
}
