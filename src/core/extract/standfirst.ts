import type { Standfirst } from '../model/modules.ts';
import { lettersOf } from '../text/text-folding.ts';
import { type Block, isBlock, isLeaf, readBlock } from './clean/blocks.ts';

/** How many blocks below the headline are looked at for a standfirst. */
const DEPTH = 8;

/** A standfirst is a sentence or more, and no story; without a full stop it must be long to be more than a subtitle. */
const SHORTEST = 45;
const SHORTEST_OPEN = 75;
const LONGEST = 1000;

const SENTENCE_END = /[.!?:…。！？][”"’»』」)]?$/;

/** What only the caption of a picture holds. */
const CREDIT =
  /©|\((?:foto|photo|bild|symbolbild|archiv|picture|image)|(?:foto|photo|bild|credit)s?:|\/\s?(?:ap|afp|reuters|getty|epa|dpa|efe)\b|\((?:ap|afp|reuters)\b| file$/i;

/** The commonest words of English; other languages share a few of them. */
const ENGLISH_WORDS = new Set(
  'a an and are as at be been but by for from had has have he her his in is it its not of on or she that the their they this to was were when who will with'.split(
    ' ',
  ),
);

/** Their share of an English sentence: by its words alone, and where the page says that it is in English or says nothing. */
const ENGLISH_SHARE = 0.25;
const DECLARED_SHARE = 0.1;

interface Opening {
  readonly copy: Element;
  readonly firstText: Node;
  readonly block: Block;
}

/**
 * The blocks between headline and body. Many pages set the first paragraph apart as a standfirst, outside the block that
 * holds the rest; this remembers them before the body is looked for, and puts those that it left out in front of it.
 * Not in English: there the line below the headline mostly tells in other words what the first paragraph tells again,
 * and a reader loses nothing without it, while a German Vorspann or Spanish entradilla is where the story begins.
 */
export class OpeningLines implements Standfirst {
  readonly #openings: Opening[] = [];
  readonly #englishShare: number;

  constructor(page: Element, heading: Element | undefined, language: string) {
    this.#englishShare = /^(?:en\b|$)/i.test(language) ? DECLARED_SHARE : ENGLISH_SHARE;
    if (!heading) return;
    let element: Element | null = following(heading, page);
    while (element && this.#openings.length < DEPTH) {
      if (isBlock(element) && isLeaf(element)) {
        const block = readBlock(element);
        const firstText = textWithin(element);
        if (firstText && block.text !== '' && !element.closest('figure')) {
          this.#openings.push({ copy: element.cloneNode(true) as Element, firstText, block });
        }
        element = following(element, page);
      } else element = element.firstElementChild ?? following(element, page);
    }
  }

  /** Puts in front of the story what is between the headline and its first block, and returns it. */
  restore(root: Element, holds: (node: Node) => boolean): Element[] {
    const restored: Element[] = [];
    const start = this.#openings.findIndex(({ firstText }) => holds(firstText));
    if (start < 1) return restored;
    const there = lettersOf((root.textContent ?? '').slice(0, 20_000));
    for (const { copy, block } of this.#openings.slice(0, start).reverse()) {
      if (!isStandfirst(block) || englishShare(block.text) > this.#englishShare) continue;
      if (there.includes(lettersOf(block.text))) continue;
      const paragraph = root.ownerDocument.createElement('p');
      paragraph.append(...Array.from(copy.childNodes));
      root.prepend(paragraph);
      restored.push(paragraph);
    }
    return restored;
  }
}

function isStandfirst({ text, weight, linkShare }: Block): boolean {
  if (weight > LONGEST || linkShare > 0.3 || CREDIT.test(text)) return false;
  return weight >= (SENTENCE_END.test(text) ? SHORTEST : SHORTEST_OPEN);
}

/** The text's own words decide: many a page names the language of its software. */
function englishShare(text: string): number {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return words.filter((word) => ENGLISH_WORDS.has(word)).length / words.length;
}

function following(element: Element, page: Element): Element | null {
  for (let node: Element | null = element; node && node !== page; node = node.parentElement) {
    if (node.nextElementSibling) return node.nextElementSibling;
  }
  return null;
}

function textWithin(element: Element): Node | undefined {
  let node: Node | null = element;
  while (node) {
    if (node.nodeType === 3 && node.nodeValue?.trim()) return node;
    if (node.firstChild) node = node.firstChild;
    else {
      while (node && node !== element && !node.nextSibling) node = node.parentNode;
      if (!node || node === element) return undefined;
      node = node.nextSibling;
    }
  }
  return undefined;
}

/** Returns what is between a headline and its story, to be put in front of the story (`Modules.european`). */
export function readStandfirst(page: Element, heading: Element | undefined, language: string): Standfirst {
  return new OpeningLines(page, heading, language);
}
