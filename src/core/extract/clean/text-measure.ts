import type { MeasuredText, ProseNode, TextAmounts } from '../../model/measured-text.ts';

const NOTHING: Readonly<TextAmounts> = { text: 0, linkText: 0, prose: 0 };

const LINK = 1;
const SKIPPED = 2;
/** In upper case as HTML has them, in lower case as SVG and XHTML do. */
const kinds = new Map([['A', LINK]]);
for (const tag of ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'TEXTAREA', 'SELECT', 'SVG']) {
  kinds.set(tag, SKIPPED).set(tag.toLowerCase(), SKIPPED);
}

/** `Node.TEXT_NODE`: the class itself is a global. */
const TEXT = 3;

/** A text node of this many characters (a Chinese character counts as `CJK_WEIGHT`) is prose, not a label. */
const PROSE_LENGTH = 60;

/** One Chinese, Japanese or Korean character says about as much as this many Latin letters. */
export const CJK_WEIGHT = 3;

/** A letter of a language that has no spaces, or Korean. */
export const ANY_CJK = /[\u3040-\u9fff\uac00-\ud7af]/;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;

/**
 * The length of a text in Latin letters: spaces left out, CJK characters by their weight. By built-in functions only: a
 * clip runs cold, where a loop over characters costs ten times as much.
 */
export function weightOf(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  const letters = trimmed.length - trimmed.split(' ').length + 1;
  return ANY_CJK.test(trimmed) ? letters + (trimmed.match(CJK)?.length ?? 0) * (CJK_WEIGHT - 1) : letters;
}

/** An element that was taken out of the tree, and where it stood. */
export interface Removed {
  readonly element: Element;
  readonly parent: Element | null;
  readonly next: Node | null;
}

/** An element whose children are being measured. */
interface Open {
  readonly element: Element;
  readonly amounts: TextAmounts;
  readonly isLink: boolean;
}

/** Amounts of text for every element of a tree, in one walk without recursion. */
export class TextMeasure implements MeasuredText {
  readonly #amounts = new Map<Element, TextAmounts>();
  readonly #prose: ProseNode[] = [];
  readonly total: Readonly<TextAmounts>;

  constructor(root: Element) {
    let amounts: TextAmounts = { text: 0, linkText: 0, prose: 0 };
    this.total = amounts;
    this.#amounts.set(root, amounts);
    /** The elements around a node, and their amounts so far. */
    const around: Open[] = [];
    let [element, isLink, links] = [root, false, 0];
    for (let node: Node | null = root.firstChild; ; ) {
      if (!node) {
        const outer = around.pop();
        if (!outer) break;
        const { text, linkText, prose } = amounts;
        node = element.nextSibling;
        if (isLink) links--;
        ({ element, amounts, isLink } = outer);
        amounts.text += text;
        amounts.linkText += linkText;
        amounts.prose += prose;
        continue;
      }
      const value: string | null = node.nodeValue;
      if (value === null) {
        const child = node as Element;
        const kind = kinds.get(child.tagName);
        if (kind !== SKIPPED) {
          around.push({ element, amounts, isLink });
          isLink = kind === LINK;
          if (isLink) links++;
          element = child;
          amounts = { text: 0, linkText: 0, prose: 0 };
          this.#amounts.set(child, amounts);
          node = child.firstChild;
          continue;
        }
      } else if (node.nodeType === TEXT) {
        const weight = weightOf(value);
        amounts.text += weight;
        if (links > 0) amounts.linkText += weight;
        else if (weight >= PROSE_LENGTH) {
          amounts.prose += weight;
          this.#prose.push({ node, weight });
        }
      }
      node = node.nextSibling;
    }
  }

  /**
   * Takes out of the sums what passes have taken out of the tree, in the order in which they did: cheaper than to walk
   * the tree once more.
   */
  forget(removed: readonly Removed[]): void {
    for (const { element, parent } of removed) {
      const { text, linkText, prose } = this.of(element);
      if (text === 0) continue;
      for (let node: Element | null = parent; node; node = node.parentElement) {
        const sum = this.#amounts.get(node);
        if (!sum) continue;
        sum.text -= text;
        sum.linkText -= linkText;
        sum.prose -= prose;
      }
    }
  }

  /** All prose of the tree as it was measured, in document order. */
  get prose(): readonly ProseNode[] {
    return this.#prose;
  }

  /** Returns the places in document order of those elements that were in the tree when it was measured. */
  placesOf(elements: readonly (Element | null)[]): ReadonlyMap<Element, number> {
    const wanted = new Set(elements);
    const places = new Map<Element, number>();
    let place = 0;
    for (const element of this.#amounts.keys()) {
      if (wanted.has(element)) places.set(element, place);
      place++;
    }
    return places;
  }

  of(element: Element): Readonly<TextAmounts> {
    return this.#amounts.get(element) ?? NOTHING;
  }

  /** The prose in a part of the tree, in document order. */
  proseWithin(part: Element): readonly ProseNode[] {
    return this.#prose.filter(({ node }) => part.contains(node));
  }

  /** The amount of prose in a part of the tree, wherever it was when the tree was measured. */
  proseNow(part: Element): number {
    return this.proseWithin(part).reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The share of the whole tree's prose that is below the element, 0 to 1. */
  proseShare(element: Element): number {
    return this.total.prose === 0 ? 0 : this.of(element).prose / this.total.prose;
  }
}
