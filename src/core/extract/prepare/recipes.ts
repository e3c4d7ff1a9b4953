import { collapse } from '../clean/blocks.ts';
import { mayBeRecipe } from './structure-signs.ts';

/** Headings of the list of ingredients, whole. */
const INGREDIENTS =
  /^(?:the )?(?:ingredients?|zutaten|ingr[ée]dients?|ingredientes|ingredienti|ingredi[ëe]nten|ingredienser|sk[łl]adniki|ингредиенты|材料|用料|食材|主料|配料|原料|재료)\b.{0,40}$/i;
const NAMED = '[class*="ingredient" i], [id*="ingredient" i], [itemprop*="ngredient"]';

/** What is done with them. */
const STEPS =
  '[class*="instruction" i], [class*="method" i], [class*="direction" i], [class*="preparation" i], [class*="step" i], [itemprop="recipeInstructions"]';

const LISTS = 'ul, ol, dl, table';
const BESIDE = /^ASIDE$/;
const BESIDE_NAMES = /sidebar|aside|widget|rail|panel/i;

/**
 * Keeps the ingredients of a recipe beside its steps: many pages draw them in a column of their own, which is marked as
 * standing apart from the story. Check boxes before an ingredient are for the reader's kitchen.
 *
 * @param names the page's classes (`class-names.ts`).
 */
export function keepIngredients(page: Element, names: string): void {
  if (!mayBeRecipe(page, names)) return;
  const steps = page.querySelector(STEPS);
  for (const list of Array.from(page.querySelectorAll(LISTS))) {
    if (!isOfIngredients(list)) continue;
    for (const box of Array.from(list.querySelectorAll('input, button'))) box.remove();
    const column = steps && columnOf(list, steps);
    if (column) joinTo(steps, column);
  }
}

function isOfIngredients(list: Element): boolean {
  if (list.matches(NAMED) || list.querySelector('[itemprop*="ngredient"]')) return true;
  const box = list.closest(NAMED);
  if (box && box.querySelectorAll(LISTS).length <= 8) return true;
  const before = list.previousElementSibling;
  return before !== null && /^H[2-6]$/.test(before.tagName) && INGREDIENTS.test(collapse(before.textContent ?? ''));
}

/** The outermost box around a list that is marked as beside the story and does not hold the steps. */
function columnOf(list: Element, steps: Element): Element | undefined {
  let column: Element | undefined;
  for (let box = list.parentElement; box && !box.contains(steps); box = box.parentElement) {
    if (BESIDE.test(box.tagName) || BESIDE_NAMES.test(box.getAttribute('class') ?? '')) column = box;
  }
  return column;
}

/** Puts a column in front of the steps, or behind them where it is there, as a section without a name. */
function joinTo(steps: Element, column: Element): void {
  const section = column.ownerDocument.createElement('section');
  section.append(...Array.from(column.childNodes));
  for (const named of Array.from(section.querySelectorAll('aside'))) named.replaceWith(...Array.from(named.childNodes));
  // `Node.DOCUMENT_POSITION_FOLLOWING`
  const isBefore = (column.compareDocumentPosition(steps) & 4) !== 0;
  column.remove();
  if (isBefore) steps.prepend(section);
  else steps.append(section);
}
