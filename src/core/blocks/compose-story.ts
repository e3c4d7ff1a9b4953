import { mendTables } from '../extract/mend-tables.ts';
import { sanitise } from '../extract/sanitise.ts';
import type { DroppedBlock } from '../model/page-blocks.ts';
import { type Insertion, insertBlocks } from './insert-block.ts';
import { removeUnit } from './remove-unit.ts';
import { storyUnits } from './story-units.ts';

/** What the user took out of a story and put back into it. */
export interface BlockChoice {
  /** Indexes of units of the story. */
  readonly out: readonly number[];
  readonly back: readonly DroppedBlock[];
}

/** Where a unit of a changed story is from: a unit of the story before, or a block that was put back. */
export type BlockOrigin = number | DroppedBlock;

/**
 * Changes a story as the user chose, in place. What is put back is sanitised like everything else of the page.
 *
 * @param story the tree of the story's HTML, unchanged so far.
 * @param parse parses HTML into a tree in which nothing runs.
 * @returns for each unit of the changed story where it is from.
 */
export function composeStory(
  story: Element,
  { out, back }: BlockChoice,
  parse: (html: string) => Element,
): readonly (BlockOrigin | undefined)[] {
  const units = storyUnits(story);
  const origins = new Map<Node, BlockOrigin>();
  for (const [index, unit] of units.entries()) for (const node of unit) origins.set(node, index);
  const gaps = new Map<number, DroppedBlock[]>();
  for (const block of back.toSorted((a, b) => a.place - b.place)) {
    const others = gaps.get(block.after);
    if (others) others.push(block);
    else gaps.set(block.after, [block]);
  }
  for (const [after, blocks] of gaps) {
    const insertions = blocks.flatMap((block): Insertion[] =>
      elementsOf(story, parse(block.html)).map((element) => {
        origins.set(element, block);
        return { element, ...(block.list ? { list: block.list } : {}) };
      }),
    );
    insertBlocks(story, insertions, units[after], units[after + 1]);
  }
  for (const index of out) removeUnit(story, units[index] ?? []);
  sanitise(story);
  mendTables(story);
  return storyUnits(story).map(([node]) => originOf(node, origins));
}

function originOf(node: Node, origins: ReadonlyMap<Node, BlockOrigin>): BlockOrigin | undefined {
  for (let at: Node | null = node; at; at = at.parentNode) {
    const origin = origins.get(at);
    if (origin !== undefined) return origin;
  }
  return undefined;
}

/** The elements of a parsed block; bare text becomes a paragraph. */
function elementsOf(story: Element, parsed: Element): Element[] {
  const document = story.ownerDocument;
  const elements: Element[] = [];
  let run: Element | undefined;
  for (const node of Array.from(parsed.childNodes)) {
    const isInline = node.nodeType === 3 || (node.nodeType === 1 && INLINE.has((node as Element).localName));
    if (node.nodeType !== 1 && !isInline) continue;
    if (!isInline) {
      run = undefined;
      elements.push(document.importNode(node as Element, true));
      continue;
    }
    if (!run && (node.textContent ?? '').trim() === '' && node.nodeType === 3) continue;
    if (!run) {
      run = document.createElement('p');
      elements.push(run);
    }
    run.append(document.importNode(node, true));
  }
  return elements;
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
