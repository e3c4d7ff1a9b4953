import type { BlockName, PageDecision, RuleProposal, TriedSelector } from '../model/page-blocks.ts';
import { elementsByPlace, placeOf, placesIn } from './place-numbers.ts';
import { selectorsOf } from './selectors-of.ts';
import { elementOf, storyUnits, unitText } from './story-units.ts';

/** As much of a text tells a block from the others; longer names than `PageBlocks` has are cut. */
const TEXT_LENGTH = 200;

/** A selector for what is to be put back may match so many blocks that the user did not choose. */
const MOST_OTHERS = 3;

interface PageTrial {
  /** The page as it was before anything was changed, numbered. */
  readonly page: Element;
  /** Places of the units that are in the story, those to be taken out included. */
  readonly story: readonly number[];
}

/**
 * Makes selectors of what the user decided on one page, and tries them there: none that takes out a block that the user
 * left in the story, none that puts back much more than was chosen.
 *
 * @param picked the element that the user picked as the story.
 */
export function proposeRule(
  { takeOut, putBack }: PageDecision,
  { page, story }: PageTrial,
  picked?: Element,
): RuleProposal {
  const failed: string[] = [];
  const find = (name: BlockName): Element[] => {
    const element = findBlock(page, name);
    if (!element) failed.push(name.text);
    return element ? [element] : [];
  };
  const out = takeOut.flatMap(find);
  const back = putBack.flatMap(find);
  const gone = new Set(out.flatMap((element) => [...placesIn(element)]));
  const staying = story.filter((place) => place >= 0 && !gone.has(place));
  const holdsStory = (element: Element): boolean => {
    const places = placesIn(element);
    return staying.some((place) => places.has(place));
  };
  const choose = (elements: readonly Element[], most: number): TriedSelector[] =>
    cover(page, wholes(elements), { isRefused: holdsStory, most, failed });
  return {
    take: picked ? trySelectors(page, picked, (hits) => hits[0] === picked && hits.length === 1) : [],
    keep: choose(back, MOST_OTHERS),
    drop: choose(out, Number.POSITIVE_INFINITY),
    failed,
  };
}

/** The element of a block: at its place, or where its text is if the page has changed since. */
function findBlock(page: Element, { place, text }: BlockName): Element | undefined {
  const there = elementsByPlace(page).get(place);
  if (there && unitText([there]).slice(0, TEXT_LENGTH) === text) return there;
  for (const unit of storyUnits(page)) {
    if (text !== '' && unitText(unit).slice(0, TEXT_LENGTH) === text) return elementOf(unit);
  }
  return text === '' ? there : undefined;
}

/** In place of blocks the element around them, as far as it holds nothing else. */
function wholes(elements: readonly Element[]): Element[] {
  const chosen = new Set(elements);
  const whole = new Set<Element>();
  for (const element of elements) {
    let at = element;
    for (let up = at.parentElement; up && up.localName !== 'body'; up = up.parentElement) {
      const units = storyUnits(up).map(elementOf);
      if (!units.every((unit) => unit !== undefined && (chosen.has(unit) || unit === at || at.contains(unit)))) break;
      at = up;
    }
    whole.add(at);
  }
  return [...whole];
}

interface Bounds {
  readonly isRefused: (element: Element) => boolean;
  /** Elements beyond the chosen ones that a selector may match. */
  readonly most: number;
  readonly failed: string[];
}

/** Selectors that together match all the elements. */
function cover(page: Element, elements: readonly Element[], { isRefused, most, failed }: Bounds): TriedSelector[] {
  const selectors: TriedSelector[] = [];
  const covered = new Set<Element>();
  for (const element of elements) {
    if (covered.has(element)) continue;
    const others = (hits: readonly Element[]): number =>
      hits.filter((hit) => !elements.some((each) => each === hit || each.contains(hit))).length;
    const [found] = trySelectors(page, element, (hits) => !hits.some(isRefused) && others(hits) <= most);
    if (!found) {
      failed.push(unitText([element]).slice(0, TEXT_LENGTH));
      continue;
    }
    selectors.push(found);
    for (const hit of page.querySelectorAll(found.selector)) covered.add(hit);
  }
  return selectors;
}

/** The first selector of an element whose matches are as wanted; undefined if all fail. */
function trySelectors(
  page: Element,
  element: Element,
  isWanted: (hits: readonly Element[]) => boolean,
): TriedSelector[] {
  for (const selector of selectorsOf(element)) {
    const hits = matchesOf(page, selector);
    if (hits.includes(element) && isWanted(hits)) return [{ selector, hits: hits.length }];
  }
  return [];
}

/** Returns the elements that a selector matches; none where it is malformed. */
export function matchesOf(page: Element, selector: string): Element[] {
  try {
    return Array.from(page.querySelectorAll(selector)).filter((element) => placeOf(element) !== undefined);
  } catch (error) {
    if (error instanceof Error && error.name === 'SyntaxError') return [];
    throw error;
  }
}
