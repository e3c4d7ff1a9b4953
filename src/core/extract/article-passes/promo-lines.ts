import { lettersOf } from '../../text/text-folding.ts';
import { type Block, blocksOf } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';
import { tells } from '../clean/tells.ts';
import { ANY_CJK } from '../clean/text-measure.ts';

/** A longer block is running text. */
const LONGEST = 420;
const LABEL = 40;

/** What a call says below its heading is shorter. */
const SECTION = 200;
const CJK_CALL = 160;

/** Items of a list that are looked at: enough to know it, few enough for a list of thousands. */
const MOST_ITEMS = 20;

/** Where a story is shared, in letters: a line of these names is a bar that has lost its buttons. */
const SHARE_BAR = /^(?:facebook|twitter|linkedin|whatsapp|e?mail|pinterest|reddit|telegram|tumblr|share|tweet|print)+$/;

/** Calls to subscribe, follow, share, comment, donate or buy; notices of that kind; bare labels of tools. */
export function promoLines(root: Element, context: PassContext): void {
  const steps = new Map<Element, boolean>();
  const isStep = ({ element }: Block): boolean => {
    const list = element.tagName === 'LI' ? element.parentElement : null;
    if (!list) return false;
    const known = steps.get(list) ?? isListOfSteps(list, context);
    steps.set(list, known);
    return known;
  };
  const blocks = blocksOf(root);
  for (const [index, block] of blocks.entries()) {
    if (block.weight > LONGEST || block.element.closest('pre, table, blockquote, ol')) continue;
    if (block.weight <= LABEL && SHARE_BAR.test(lettersOf(block.text))) {
      remove(block.element, 'promo-lines', 'names of places to share', context);
      continue;
    }
    const start = context.phrases.calls.startOf(block.text);
    if (start === undefined || isStep(block) || tells(block, start, context)) continue;
    if (block.heading && headsSection(blocks.slice(index + 1, index + 3))) continue;
    if (isCall(block, start, context)) remove(block.element, 'promo-lines', `begins "${start}"`, context);
  }
}

/** True where a heading has a paragraph of some length below it: “Join us in Leeds” heads an entry of a programme. */
function headsSection(below: readonly Block[]): boolean {
  return below.some(({ heading, weight, linkShare }) => !heading && weight > SECTION && linkShare < 0.1);
}

/** True for a list of which an item begins otherwise: “Sign up for an account” is a step there. */
function isListOfSteps(list: Element, { phrases }: PassContext): boolean {
  const items = Array.from(list.children).slice(0, MOST_ITEMS);
  const calls = items.filter((item) => phrases.calls.startOf((item.textContent ?? '').trim()) !== undefined);
  return calls.length < items.length;
}

/** Of the blocks that begin so: a bare label, or more with a word of that kind. */
function isCall({ text, weight, heading }: Block, start: string, { phrases }: PassContext): boolean {
  // Language that has no spaces: the opening alone says it.
  if (ANY_CJK.test(start)) return weight <= CJK_CALL;
  return phrases.promo.test(text) || (weight <= LABEL && (heading || !/[.!?]$/.test(text)));
}
