import type { Parts } from '../../core/parts/parts.ts';

declare global {
  /** The parts that were injected into this page, in our own world; the page's scripts have another. */
  var jianbaoParts: Partial<Parts> | undefined;
}

/** The parts that are there. Own properties only: an element of that name (`<p id="jianbaoParts">`) is no part. */
export function partsAtHand(): Partial<Parts> {
  return (Object.hasOwn(globalThis, 'jianbaoParts') && globalThis.jianbaoParts) || {};
}

/** Puts a part where the clip finds it. */
export function bringPart(part: Partial<Parts>): void {
  Object.defineProperty(globalThis, 'jianbaoParts', { value: { ...partsAtHand(), ...part }, configurable: true });
}
