import type { ProseNode } from '../model/measured-text.ts';
import type { PassContext } from './clean/pass.ts';
import type { TextMeasure } from './clean/text-measure.ts';

/** What is in these is beside the story. */
const FURNITURE =
  'nav, aside, footer, header, form, dialog, figure, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="dialog"]';

/** Passes that judge by names and kinds. What they take out may be the story of an unusual page. */
const BY_NAME: ReadonlySet<string> = new Set([
  'advertisements',
  'cards',
  'outside-body',
  'related',
  'share-bars',
  'subscriptions',
]);

/** Prose that was left is notable from this weight in Latin letters, in at least so many texts. */
const NOTABLE = 300;
const LEAST_TEXTS = 2;

/** The share of the prose below the headline that may be left without a reason. */
const MOST_LEFT = 0.35;

/** A story of less prose is doubtful where passes took out so many times as much. */
const LONG = 2500;
const MOST_DROPPED = 2;

/** `Node.DOCUMENT_POSITION_FOLLOWING`, by number: `core/` has no globals. */
const FOLLOWING = 4;

/** The prose of a page that may be its story: below the headline, outside of furniture. Read before the story is chosen. */
export function proseBelow(heading: Element | undefined, page: Element, measure: TextMeasure): ProseNode[] {
  const prose = measure.proseWithin(page);
  return prose
    .slice(heading ? firstBelow(heading, prose) : 0)
    .filter(({ node }) => !node.parentElement?.closest(FURNITURE));
}

/**
 * Returns the index of the first text that follows a heading. By halves: engines compare two places by counting through
 * the siblings between them, which for every text takes seconds on a large page.
 *
 * @param prose in document order.
 */
function firstBelow(heading: Element, prose: readonly ProseNode[]): number {
  let [from, to] = [0, prose.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const node = prose[middle]?.node;
    if (node && (heading.compareDocumentPosition(node) & FOLLOWING) === 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Tells whether a notable part of a page's prose is not in the story that was found: left without a reason of any pass,
 * or taken out for its name where little else is there. Prose is compared by its text, as the story may be a copy.
 *
 * @param kept the prose of the story as it is in the end.
 * @param below as `proseBelow` returned it.
 */
export function isPartial(kept: readonly ProseNode[], below: readonly ProseNode[], context: PassContext): boolean {
  const texts = new Set(kept.map(({ node }) => node.nodeValue));
  const amount = weightOfAll(kept);
  const others = below.filter(({ node }) => !texts.has(node.nodeValue));
  const isDropped = ({ node }: ProseNode): boolean => context.removed.some(({ element }) => element.contains(node));
  const withoutReason = (): ProseNode[] => others.filter((prose) => !isDropped(prose));
  // Of most stories nothing notable is left: reasons are not looked for.
  if (isMuchBeside(others, amount) && isMuchBeside(withoutReason(), amount)) return true;
  return amount < LONG && droppedByName(context) > Math.max(amount * MOST_DROPPED, NOTABLE);
}

function isMuchBeside(others: readonly ProseNode[], kept: number): boolean {
  const left = weightOfAll(others);
  return others.length >= LEAST_TEXTS && left >= NOTABLE && left > (left + kept) * MOST_LEFT;
}

function droppedByName({ trace, removed, measure }: PassContext): number {
  // Removals of site rules come first in the trace, and are not among the removed elements.
  const offset = trace.length - removed.length;
  return removed.reduce(
    (sum, { element }, at) => sum + (BY_NAME.has(trace[offset + at]?.pass ?? '') ? measure.of(element).prose : 0),
    0,
  );
}

function weightOfAll(prose: readonly ProseNode[]): number {
  return prose.reduce((sum, { weight }) => sum + weight, 0);
}
