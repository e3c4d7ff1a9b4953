import { mendTables } from '../extract/mend-tables.ts';
import { sanitise } from '../extract/sanitise.ts';
import type { DroppedBlock, PageBlocks, RemovedElement } from '../model/page-blocks.ts';
import { lettersOf } from '../text/text-folding.ts';
import { elementsByPlace, placeOf, placesIn } from './place-numbers.ts';
import { elementOf, type StoryUnit, storyUnits, unitText } from './story-units.ts';

/** More blocks than anybody reads through; a page can have thousands of empty slots. */
const MOST_BLOCKS = 1_500;
/** Characters of HTML: of one block, and of all together. */
const LONGEST_BLOCK = 30_000;
const LONGEST_LIST = 1_000_000;
const TEXT_LENGTH = 200;

const TABLE_PARTS: ReadonlySet<string> = new Set(['TR', 'TD', 'TH', 'THEAD', 'TBODY', 'TFOOT', 'CAPTION']);

interface Listing {
  /** The prepared page before anything was taken out. It is only read. */
  readonly page: Element;
  /** The finished story, not sanitised. It is only read. */
  readonly story: Element;
  readonly removed: readonly RemovedElement[];
}

/** A dropped block before it knows its neighbours. */
type Found = Omit<DroppedBlock, 'after'>;

/** Lists what of a page is not in its story, in page order, with the story's own units to place it by. */
export function listBlocks({ page, story, removed }: Listing): PageBlocks {
  const kept = keptUnits(story);
  const removals = removalsByPlace(removed);
  const found = droppedUnits(page, story, kept, removed, removals);
  for (const block of removedInside(removed, found)) found.push(block);
  found.sort((one, other) => one.place - other.place);
  const dropped: DroppedBlock[] = [];
  let length = 0;
  for (const block of found) {
    length += block.html.length;
    if (dropped.length === MOST_BLOCKS || length > LONGEST_LIST) break;
    dropped.push({ ...block, after: unitBefore(block.place, kept.places) });
  }
  const isWhole = dropped.length === found.length;
  return { html: kept.html, places: kept.places, dropped, isWhole };
}

interface KeptUnits {
  readonly html: string;
  readonly places: readonly number[];
  readonly texts: ReadonlySet<string>;
}

/** The units of the story as they are once it is sanitised, with their places. */
function keptUnits(story: Element): KeptUnits {
  const copy = story.cloneNode(true) as Element;
  const places = new Map<Element, number>();
  for (const [place, element] of elementsByPlace(copy)) places.set(element, place);
  sanitise(copy);
  mendTables(copy);
  const units = storyUnits(copy);
  return {
    html: copy.innerHTML,
    places: units.map((unit) => placeOfUnit(unit, (element) => places.get(element)) ?? -1),
    texts: new Set(units.map((unit) => lettersOf(unitText(unit)))),
  };
}

/** The place of the first element of a unit that has one; that of the element around bare text. */
function placeOfUnit(unit: StoryUnit, placeIn: (element: Element) => number | undefined): number | undefined {
  for (const node of unit) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    for (const each of [element, ...Array.from(element.querySelectorAll('*'))]) {
      const place = placeIn(each);
      if (place !== undefined) return place;
    }
  }
  for (let at: Node | null = unit[0].previousSibling; at; at = at.previousSibling) {
    const place = at.nodeType === 1 ? placeIn(at as Element) : undefined;
    if (place !== undefined) return place;
  }
  const parent = unit[0].parentElement;
  return parent ? placeIn(parent) : undefined;
}

/** The removal that each removed element and everything in it belongs to, by index. */
function removalsByPlace(removed: readonly RemovedElement[]): Map<number, number> {
  const removals = new Map<number, number>();
  for (const [index, { element }] of removed.entries()) {
    for (const place of placesIn(element)) if (!removals.has(place)) removals.set(place, index);
  }
  return removals;
}

function droppedUnits(
  page: Element,
  story: Element,
  { texts }: KeptUnits,
  removed: readonly RemovedElement[],
  removals: ReadonlyMap<number, number>,
): Found[] {
  const keptPlaces = placesIn(story);
  const found: Found[] = [];
  /** A run of units outside the story that nothing kept parts. Negative, to differ from removals. */
  let run = -1;
  for (const unit of storyUnits(page)) {
    if (found.length > MOST_BLOCKS) break;
    const place = placeOfUnit(unit, placeOf);
    if (place === undefined) continue;
    const index = removalOf(unit, removals);
    const text = unitText(unit);
    const element = elementOf(unit);
    const isKept = element ? isIn(element, keptPlaces) : false;
    if (isKept || (index === undefined && texts.has(lettersOf(text)) && text !== '')) {
      run--;
      continue;
    }
    const removal = index === undefined ? undefined : removed[index]?.removal;
    const block = blockOf(unit, { place, text, group: index ?? run, removal });
    if (block) found.push(block);
  }
  return found;
}

/** True for an element that the story has, or that was made anew in it from its parts. */
function isIn(element: Element, places: ReadonlySet<number>): boolean {
  const own = placeOf(element);
  if (own !== undefined && places.has(own)) return true;
  return Array.from(element.children).some((child) => {
    const place = placeOf(child);
    return place !== undefined && places.has(place);
  });
}

function removalOf(unit: StoryUnit, removals: ReadonlyMap<number, number>): number | undefined {
  const place = placeOfUnit(unit, placeOf);
  const own = place === undefined ? undefined : removals.get(place);
  if (own !== undefined) return own;
  for (let at = unit[0].parentElement; at; at = at.parentElement) {
    const around = placeOf(at);
    const index = around === undefined ? undefined : removals.get(around);
    if (index !== undefined) return index;
  }
  return undefined;
}

/** What passes took out of the middle of a block, so that no unit of the page represents it. */
function removedInside(removed: readonly RemovedElement[], found: readonly Found[]): Found[] {
  const listed = new Set(found.map(({ group }) => group));
  const more: Found[] = [];
  for (const [group, { element, removal }] of removed.entries()) {
    const place = placeOf(element);
    if (listed.has(group) || place === undefined) continue;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const block = blockOf([element], { place, text, group, removal });
    if (block) more.push(block);
  }
  return more;
}

interface BlockFacts {
  readonly place: number;
  readonly text: string;
  readonly group: number;
  readonly removal: RemovedElement['removal'] | undefined;
}

function blockOf(unit: StoryUnit, { place, text, group, removal }: BlockFacts): Found | undefined {
  const [first] = unit;
  const holder = (first.ownerDocument as Document).createElement('div');
  const element = elementOf(unit);
  const tag = element?.tagName.toUpperCase() ?? '';
  if (element && TABLE_PARTS.has(tag)) {
    const paragraph = holder.ownerDocument.createElement('p');
    paragraph.textContent = text;
    holder.append(paragraph);
  } else for (const node of unit) holder.append(node.cloneNode(true));
  sanitise(holder);
  mendTables(holder);
  const html = holder.innerHTML.trim();
  if (html === '' || html.length > LONGEST_BLOCK) return undefined;
  if ((holder.textContent ?? '').trim() === '' && !holder.querySelector('img[src]')) return undefined;
  const list = tag === 'LI' ? (element?.parentElement?.tagName.toUpperCase() === 'OL' ? 'ol' : 'ul') : undefined;
  return {
    place,
    group,
    pass: removal?.pass ?? 'outside',
    reason: removal?.reason ?? '',
    text: text.slice(0, TEXT_LENGTH),
    html,
    ...(list ? { list } : {}),
  };
}

/** Index of the unit of the story that precedes a place of the page; -1 where none does. */
export function unitBefore(place: number, places: readonly number[]): number {
  let before = -1;
  let nearest = -1;
  for (const [index, other] of places.entries()) {
    if (other < 0 || other >= place || other < nearest) continue;
    before = index;
    nearest = other;
  }
  return before;
}
