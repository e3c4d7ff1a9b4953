import { hasClassLike } from './class-names.ts';

/** Elements that may open a part of a page, and boxes of accordions: simple selectors, which every engine answers quickly. */
const TOGGLES = 'button, [role="button"], [aria-expanded], [aria-controls], label[for], dt a[href^="#"]';
const BOXES = 'dd[hidden], [data-toggle="collapse"], [data-bs-toggle="collapse"]';
const BOX_NAMES = ['accordion', 'faq'];

/**
 * True where a page may have an accordion, or a text that continues at the press of a button.
 *
 * @param names its classes (`class-names.ts`).
 */
export function mayHaveAccordion(root: Element, names: string): boolean {
  const hasBox = root.querySelector(BOXES) !== null || hasClassLike(root, names, BOX_NAMES);
  return hasBox || Array.from(root.querySelectorAll(TOGGLES)).some(mayOpen);
}

function mayOpen(toggle: Element): boolean {
  const isButton = toggle.localName === 'button' || toggle.getAttribute('role') === 'button';
  if (toggle.localName === 'a' || (isButton && toggle.closest('h2, h3, h4, h5, dt'))) return true;
  const isInStory = toggle.closest('main, article') !== null;
  if (isInStory && ['aria-expanded', 'aria-controls', 'for'].some((name) => toggle.hasAttribute(name))) return true;
  return isButton && (follows(toggle, isInStory) || (isInStory && followsHidden(toggle.parentElement)));
}

/** True where something before the element, beside it, is hidden or is drawn by a script. */
function follows(element: Element, isInStory: boolean): boolean {
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if ((before.getAttribute('style') ?? '').includes('display')) return true;
    if (isInStory && before.hasAttribute('hidden')) return true;
  }
  return false;
}

/** The same of the boxes around a button. */
function followsHidden(box: Element | null): boolean {
  for (let around = box; around; around = around.parentElement) {
    for (let before = around.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.hasAttribute('hidden')) return true;
    }
  }
  return false;
}
