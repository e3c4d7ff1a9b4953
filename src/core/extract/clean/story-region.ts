import type { ProseNode } from '../../model/measured-text.ts';
import type { PassContext } from './pass.ts';

/** An element with this share of the prose that is left holds the story. */
const REGION_SHARE = 0.5;

/** `Node.DOCUMENT_POSITION_PRECEDING` and `FOLLOWING`, by number: `core/` has no globals. */
const PRECEDING = 2;
const FOLLOWING = 4;

/** How many paragraphs of the story are before and after an element. */
export interface Place {
  readonly region: Element;
  readonly before: number;
  readonly after: number;
}

/** Tells where elements are among the paragraphs of the page that are left. */
export class StoryRegion {
  readonly #root: Element;
  readonly #prose: readonly ProseNode[];
  readonly #total: number;
  readonly #shares = new Map<Element, number>();

  constructor(root: Element, { measure }: PassContext) {
    this.#root = root;
    this.#prose = measure.proseWithin(root);
    this.#total = this.#prose.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The place of an element in the block around it that holds the story; undefined where there is none. */
  placeOf(element: Element): Place | undefined {
    let region: Element | null = element.parentElement;
    while (region && region !== this.#root && this.#share(region) < REGION_SHARE) region = region.parentElement;
    if (!region) return undefined;
    let [before, after] = [0, 0];
    for (const { node } of this.#prose) {
      if (!region.contains(node)) continue;
      const position = element.compareDocumentPosition(node);
      if (position === PRECEDING) before++;
      else if (position === FOLLOWING) after++;
    }
    return { region, before, after };
  }

  #share(element: Element): number {
    let share = this.#shares.get(element);
    if (share === undefined) {
      const inside = this.#prose.filter(({ node }) => element.contains(node));
      share = inside.reduce((sum, { weight }) => sum + weight, 0) / (this.#total || 1);
      this.#shares.set(element, share);
    }
    return share;
  }
}
