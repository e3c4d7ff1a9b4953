import type { ArticleWarning, Removal } from '../model/article.ts';
import type { BlockAnswer, BlockSession, BlockTask, RemovedElement } from '../model/page-blocks.ts';
import type { SiteRule } from '../model/site-rule.ts';
import { baseOf, resolveAddresses } from '../text/addresses.ts';
import { insertBlocks } from './insert-block.ts';
import { listBlocks, unitBefore } from './list-blocks.ts';
import { elementsByPlace, numberPlaces, PLACE, placeOf, placesIn } from './place-numbers.ts';
import { matchesOf, proposeRule } from './propose-rule.ts';
import { removeUnit } from './remove-unit.ts';
import { storyUnits } from './story-units.ts';

/** A rule that takes out more than this share of a story's text is not the rule for this story. */
const MOST_OUT = 0.5;

/** What is put back may be so many times as long as the story. */
const MOST_BACK = 3;

const TRACE_LENGTH = 120;

/** What the user picked on the live page, as elements of its copy. */
export interface Picked {
  readonly story?: Element;
  readonly parts: readonly Element[];
}

/**
 * Begins a clip with the user's own rule, with what was picked on the page, or with a list of its blocks.
 *
 * Selectors are tried on the page as it is loaded. Numbers on its elements lead from there to whatever preparation and
 * Readability make of them.
 *
 * @param page a copy of the page, before anything else is done with it. It is numbered.
 * @param url the address that it was loaded from.
 */
export function openBlocks(page: Document, url: string, task: BlockTask, picked: Picked = { parts: [] }): BlockSession {
  return new Session(page, url, task, picked);
}

class Session implements BlockSession {
  answer: BlockAnswer = {};
  readonly ownSiteRules: readonly SiteRule[];
  readonly #task: BlockTask;
  readonly #base: string;
  readonly #original: Element;
  readonly #picked: { readonly story: number | undefined; readonly parts: readonly number[] };
  readonly #rule: Required<Pick<SiteRule, 'take' | 'keep' | 'drop'>>;
  #prepared: Element | undefined;
  #isTaken = false;

  constructor(page: Document, url: string, task: BlockTask, picked: Picked) {
    const root = page.documentElement;
    numberPlaces(root);
    this.#task = task;
    this.#base = baseOf(root, url);
    this.#original = root.cloneNode(true) as Element;
    const { take = [], keep = [], drop = [], ...fields } = task.rule ?? { places: [] };
    this.ownSiteRules = task.rule ? [fields] : [];
    this.#rule = { take, keep, drop };
    this.#picked = {
      story: picked.story && placeOf(picked.story),
      parts: picked.parts.flatMap((part) => placeOf(part) ?? []),
    };
  }

  start(page: HTMLElement): HTMLElement | undefined {
    this.#prepared = page.cloneNode(true) as Element;
    resolveAddresses(this.#prepared, this.#base);
    const elements = elementsByPlace(page);
    const places = this.#picked.story === undefined ? this.#placesToTake() : [this.#picked.story];
    const taken = places.flatMap((place) => elements.get(place) ?? []);
    if (!taken.some((element) => element.textContent?.trim() || element.querySelector('img'))) return undefined;
    const root = page.ownerDocument.createElement('div');
    root.append(...taken.filter((element) => !taken.some((other) => other !== element && other.contains(element))));
    this.#isTaken = true;
    return root;
  }

  /** The places of the first selector that matches something with text. */
  #placesToTake(): number[] {
    for (const selector of this.#rule.take) {
      const elements = matchesOf(this.#original, selector).filter(({ textContent }) => textContent?.trim());
      if (elements.length > 0) return elements.flatMap((element) => placeOf(element) ?? []);
    }
    return [];
  }

  settle(
    story: Element,
    removed: readonly { readonly element: Element }[],
    trace: Removal[],
  ): readonly ArticleWarning[] {
    const page = this.#prepared;
    if (!page) return [];
    const all = [...this.#droppedByRules(trace), ...withRemovals(removed, trace)];
    const { list, propose } = this.#task;
    const before = propose && listBlocks({ page, story, removed: all });
    const warnings = this.#applyRule(story, page, all, trace);
    const { story: pickedStory, parts } = this.#picked;
    for (const place of parts) this.#putBack(story, page, [place], all);
    const picked = pickedStory !== undefined ? 'story' : parts.length > 0 ? 'part' : undefined;
    const proposal =
      before && proposeRule(this.#withParts(propose, page), this.#trial(before.places), this.#pickedStory());
    this.answer = {
      ...(list ? { blocks: listBlocks({ page, story, removed: all }) } : {}),
      ...(proposal ? { proposal } : {}),
      ...(picked ? { picked } : {}),
    };
    return warnings;
  }

  #trial(places: readonly number[]) {
    return { page: this.#original, story: places };
  }

  #pickedStory(): Element | undefined {
    const { story } = this.#picked;
    return story === undefined ? undefined : elementsByPlace(this.#original).get(story);
  }

  /** A decision with the parts that were picked on the page. */
  #withParts(decision: NonNullable<BlockTask['propose']>, page: Element): NonNullable<BlockTask['propose']> {
    const elements = elementsByPlace(page);
    const parts = this.#picked.parts.map((place) => ({
      place,
      text: (elements.get(place)?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    }));
    return { ...decision, putBack: [...decision.putBack, ...parts] };
  }

  /** Publisher rules name what they drop by selector only. */
  #droppedByRules(trace: readonly Removal[]): RemovedElement[] {
    const page = this.#prepared;
    if (!page) return [];
    return trace
      .filter(({ pass }) => pass === 'site-rule')
      .flatMap((removal) => matchesOf(page, removal.reason).map((element) => ({ element, removal })));
  }

  #applyRule(story: Element, page: Element, removed: RemovedElement[], trace: Removal[]): ArticleWarning[] {
    const { take, keep, drop } = this.#rule;
    if (take.length + keep.length + drop.length === 0) return [];
    const matched = (selectors: readonly string[]) =>
      selectors.map((selector) => ({ selector, elements: matchesOf(this.#original, selector) }));
    const [kept, dropped] = [matched(keep), matched(drop)];
    const isMet = this.#isTaken || [...kept, ...dropped].some(({ elements }) => elements.length > 0);
    if (!isMet) return ['rule-unmatched'];
    const isWhole = dropFrom(story, dropped, removed, trace);
    const places = kept.flatMap(({ elements }) => elements.flatMap((element) => placeOf(element) ?? []));
    const isBack = this.#putBack(story, page, places, removed);
    return isWhole && isBack ? [] : ['rule-too-much'];
  }

  /** Puts elements of the page into the story at their places. False where that would be the page and not a part of it. */
  #putBack(story: Element, page: Element, places: readonly number[], removed: readonly RemovedElement[]): boolean {
    const elements = elementsByPlace(page);
    const present = placesIn(story);
    const parts = places
      .filter((place) => !present.has(place))
      .flatMap((place) => elements.get(place) ?? [])
      .filter((element, _, all) => !all.some((other) => other !== element && other.contains(element)));
    const length = parts.reduce((sum, { textContent }) => sum + (textContent ?? '').length, 0);
    const holdsStory = parts.some((part) => [...placesIn(part)].some((place) => present.has(place)));
    if (holdsStory || length > (story.textContent ?? '').length * MOST_BACK + 2_000) return false;
    for (const part of parts) {
      const units = storyUnits(story);
      const unitPlaces = units.map((unit) => {
        const [first] = unit;
        const element = first.nodeType === 1 ? (first as Element) : first.parentElement;
        return (element && (placeOf(element) ?? [...placesIn(element)][0])) ?? -1;
      });
      const after = unitBefore(placeOf(part) ?? 0, unitPlaces);
      const element = cleanCopy(part, removed);
      const list = part.parentElement?.localName === 'ol' ? 'ol' : 'ul';
      insertBlocks(story, [{ element, list }], units[after], units[after + 1]);
    }
    return true;
  }
}

/** What passes took out, each with its entry: the last ones of the trace. */
function withRemovals(removed: readonly { readonly element: Element }[], trace: readonly Removal[]): RemovedElement[] {
  const first = trace.length - removed.length;
  return removed.flatMap(({ element }, index) => {
    const removal = trace[first + index];
    return removal ? [{ element, removal }] : [];
  });
}

/** A copy without what passes took out of the inside of it. */
function cleanCopy(part: Element, removed: readonly RemovedElement[]): Element {
  const copy = part.cloneNode(true) as Element;
  const own = placeOf(copy);
  const gone = new Set(removed.map(({ element }) => placeOf(element)));
  for (const element of Array.from(copy.querySelectorAll(`[${PLACE}]`))) {
    const place = placeOf(element);
    if (place !== own && gone.has(place)) element.remove();
  }
  copy.removeAttribute('hidden');
  return copy;
}

interface Matched {
  readonly selector: string;
  readonly elements: readonly Element[];
}

/** Takes what the rule's selectors match out of the story. False, and nothing is done, where that is most of its text. */
function dropFrom(story: Element, matched: readonly Matched[], removed: RemovedElement[], trace: Removal[]): boolean {
  const present = elementsByPlace(story);
  const found = matched.flatMap(({ selector, elements }) =>
    elements.flatMap((element) => {
      const place = placeOf(element);
      const there = place === undefined ? undefined : present.get(place);
      return there && there !== story ? [{ selector, element: there }] : [];
    }),
  );
  const outer = found.filter(
    ({ element }, index) =>
      !found.some((other, at) => at !== index && other.element !== element && other.element.contains(element)) &&
      found.findIndex((other) => other.element === element) === index,
  );
  const length = outer.reduce((sum, { element }) => sum + (element.textContent ?? '').length, 0);
  if (length > (story.textContent ?? '').length * MOST_OUT) return false;
  for (const { selector, element } of outer) {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, TRACE_LENGTH);
    const removal: Removal = { pass: 'user-rule', reason: selector, text };
    trace.push(removal);
    removed.push({ element, removal });
    removeUnit(story, [element]);
  }
  return true;
}
