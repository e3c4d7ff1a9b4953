import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Classes by which frameworks hide text from the eye and leave it to screen readers (Bootstrap, WordPress, Drupal…). */
const HIDING_NAMES = nameTable(`
  visually-hidden visuallyhidden sr-only screen-reader-text screen-reader-only screenreader* element-invisible
  a11y-hidden u-hidden-visually offscreen off-screen assistive-text
`);

/** Inline declarations that take an element out of sight; white space is removed before they are looked up. */
const HIDING_DECLARATIONS: ReadonlySet<string> = new Set([
  'display:none',
  'visibility:hidden',
  'visibility:collapse',
  'opacity:0',
  'opacity:0.0',
  'opacity:0%',
  'font-size:0',
  'font-size:0px',
  'clip:rect(0,0,0,0)',
  'clip:rect(0000)',
  'clip:rect(1px,1px,1px,1px)',
  'clip-path:inset(50%)',
  'clip-path:inset(100%)',
  'content-visibility:hidden',
]);

/** Positions far off the page, in px or em; indents too (the classic image replacement). */
const OFF_PAGE = /^(?:left|right|top|bottom|text-indent|margin-left|margin-top):-(?:\d{4,}px|\d{3,}r?em|\d{3,}%)$/;

/** Above this share of the page's prose hidden elements are a story that a script was to show. */
const STORY_SHARE = 0.5;

/** The share of the page's prose in hidden elements, by their parent and class: slides of a story are hidden one by one. */
function sharesOf(hiding: readonly Element[], context: PassContext): (element: Element) => number {
  const shares = new Map<Element | null, Map<string, number>>();
  const kindOf = (element: Element) => element.getAttribute('class') ?? '';
  for (const element of hiding) {
    const kinds = shares.get(element.parentElement) ?? new Map<string, number>();
    kinds.set(kindOf(element), (kinds.get(kindOf(element)) ?? 0) + context.measure.proseShare(element));
    shares.set(element.parentElement, kinds);
  }
  return (element) => shares.get(element.parentElement)?.get(kindOf(element)) ?? 0;
}

function hidesByStyle(style: string): boolean {
  let boxed = 0;
  for (const part of style.toLowerCase().split(';')) {
    const declaration = part.replace(/\s+/g, '').replace('!important', '');
    if (HIDING_DECLARATIONS.has(declaration) || OFF_PAGE.test(declaration)) return true;
    if (/^(?:max-)?(?:width|height):[01](?:px)?$/.test(declaration) || declaration === 'overflow:hidden') boxed++;
  }
  return boxed >= 3;
}

function hidingReason(element: Element): string | undefined {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return 'hidden';
  const style = element.getAttribute('style');
  if (style !== null && hidesByStyle(style)) return 'hidden by its style';
  return undefined;
}

/** MathJax and KaTeX mark the drawn copy of a formula, Wikipedia its fallback picture: the Markdown rules want them. */
function isFormula(element: Element): boolean {
  return /katex|mathjax|mjx|mwe-math|fallback-image/i.test(element.getAttribute('class') ?? '');
}

/**
 * What the reader did not see: `hidden`, hiding inline styles, `aria-hidden` boilerplate, text for screen readers only. A
 * hidden element that holds the page's story is shown instead: some pages unveil it by script, and a modal dialog marks
 * all that is under it `aria-hidden`.
 */
export function hidden(root: Element, context: PassContext): void {
  const hiding = Array.from(root.querySelectorAll('[hidden], [style]')).filter(
    (element) => hidingReason(element) !== undefined && !isFormula(element),
  );
  const shareOf = sharesOf(hiding, context);
  for (const element of hiding) {
    if (!root.contains(element)) continue;
    if (shareOf(element) > STORY_SHARE) {
      element.removeAttribute('hidden');
      element.removeAttribute('style');
    } else remove(element, 'hidden', hidingReason(element) ?? '', context);
  }
  for (const element of Array.from(root.querySelectorAll('[aria-hidden="true"]'))) {
    if (!root.contains(element) || isFormula(element) || element.closest('.katex, mjx-container, .MathJax')) continue;
    if (element.querySelector('img, picture, video') || context.measure.proseShare(element) > 0.1) continue;
    remove(element, 'hidden', 'aria-hidden', context);
  }
  for (const { element, word } of context.names.find(HIDING_NAMES)) {
    if (!root.contains(element) || context.measure.proseShare(element) > 0.1) continue;
    remove(element, 'hidden', `named "${word}"`, context);
  }
}
