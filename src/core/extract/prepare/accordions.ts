import { isLeaf, readBlock } from '../clean/blocks.ts';
import { weightOf } from '../clean/text-measure.ts';
import { mayHaveAccordion } from './accordion-signs.ts';

/** What opens a part of a page: WAI-ARIA's accordion pattern, Bootstrap, the label of a box to tick. */
const SIGNS = '[aria-expanded], [aria-controls], [data-toggle="collapse"], [data-bs-toggle="collapse"]';
const TOGGLES = `button, [role="button"], ${SIGNS}, label[for]`;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, dt, summary';

/** What a site may keep shut. */
const SHUT = '[hidden], [aria-hidden="true"], [style*="display"], [style*="visibility"]';
const SHUT_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Names of the parts of an accordion. */
const NAMES = /accord|collaps|faq|toggle|expand|question|answer/i;

/** Parts of a page whose toggles open menus and forms. */
const FURNITURE =
  'nav, header, footer, form, dialog, [role="dialog"], [role="menu"], [role="navigation"], [role="tablist"]';

/** The words of a toggle that shows the rest of a text. */
const MORE =
  /^[\s.…+]*(?:(?:read|show|see|view|load)\s(?:more|all|full|the rest)|(?:continue|keep) reading|expand|more\b|weiterlesen|mehr\b|leer más|ver más|seguir leyendo|lire la suite|voir plus|leia mais|展开|展開|阅读全文|閱讀全文|继续阅读|繼續閱讀|查看(?:更多|全文)|显示更多|更多|続きを読む|もっと|더\s?보기)/i;

/** The longest question or heading, and the shortest answer, in Latin letters. */
const LONGEST_HEADING = 220;
const SHORTEST_HEADING = 4;
const SHORTEST_ANSWER = 8;

/**
 * Opens accordions: the words of a toggle become the heading that they are, and what a site hides until a press is shown
 * where its heading is, or where “Read more” follows it.
 *
 * @param names the page's classes (`class-names.ts`).
 */
export function accordions(root: Element, names: string): void {
  if (!mayHaveAccordion(root, names)) return;
  for (const toggle of Array.from(root.querySelectorAll(TOGGLES))) {
    if (root.contains(toggle) && !toggle.closest(FURNITURE)) openToggle(toggle, root);
  }
  for (const shut of Array.from(root.querySelectorAll(SHUT))) {
    if (isShut(shut) && !shut.closest(FURNITURE) && hasHeading(shut)) show(shut);
  }
}

function openToggle(toggle: Element, root: Element): void {
  const text = (toggle.textContent ?? '').trim();
  if (MORE.test(text)) {
    for (const rest of restBeside(toggle, root)) show(rest);
    return;
  }
  const heading = toggle.closest(HEADINGS);
  if (heading && heading !== toggle) {
    const isOwn = toggle.tagName === 'BUTTON' || (toggle.getAttribute('href') ?? '#').startsWith('#');
    if (isOwn && (heading.textContent ?? '').trim() === text) toggle.replaceWith(...Array.from(toggle.childNodes));
  }
  const panel = panelOf(toggle, root);
  if (!panel || !isAnswer(panel) || !isHeadingText(text)) return;
  if (isShut(panel)) show(panel);
  if (!heading && isTextOnly(toggle)) makeHeading(toggle);
}

/** The element that a toggle opens: the one that it names, else what follows the box that holds nothing but it. */
function panelOf(toggle: Element, root: Element): Element | undefined {
  const named = ['aria-controls', 'data-target', 'data-bs-target', 'href']
    .map((name) => toggle.getAttribute(name)?.replace(/^#/, ''))
    .find((id) => id && /^[\w-]+$/.test(id));
  const target = named && root.querySelector(`[id="${named}"]`);
  if (target) return target.contains(toggle) ? undefined : target;
  const isToggle = toggle.matches(SIGNS) || NAMES.test(`${toggle.className} ${toggle.parentElement?.className}`);
  if (!isToggle && toggle.tagName !== 'LABEL' && !toggle.closest(HEADINGS)) return undefined;
  let box: Element | null = toggle;
  const text = (toggle.textContent ?? '').trim();
  while (box && !box.nextElementSibling && (box.parentElement?.textContent ?? '').trim() === text)
    box = box.parentElement;
  return box?.nextElementSibling ?? undefined;
}

function isAnswer(panel: Element): boolean {
  if (panel.matches('nav, ul[role="menu"], form, label, button') || panel.querySelector('h1, nav')) return false;
  const { weight, linkShare } = readBlock(panel);
  return weight >= SHORTEST_ANSWER && linkShare < 0.5;
}

function isHeadingText(text: string): boolean {
  const weight = weightOf(text);
  return weight >= SHORTEST_HEADING && weight <= LONGEST_HEADING;
}

function isTextOnly(toggle: Element): boolean {
  return isLeaf(toggle) && !toggle.querySelector('img, input');
}

/** A toggle outside any heading becomes a line in bold, as a `summary` does. */
function makeHeading(toggle: Element): void {
  const document = toggle.ownerDocument;
  const bold = document.createElement('strong');
  bold.append(...Array.from(toggle.childNodes));
  const isInLine = toggle.parentElement?.closest('p, li, a, span') === toggle.parentElement;
  const line = isInLine ? bold : document.createElement('p');
  if (line !== bold) line.append(bold);
  toggle.replaceWith(line);
}

/** True where a visible heading of an accordion is right before a hidden part. */
function hasHeading(shut: Element): boolean {
  const heading = shut.previousElementSibling;
  if (!heading || isShut(heading) || !isAnswer(shut) || !isHeadingText(heading.textContent ?? '')) return false;
  if (shut.tagName === 'DD') return heading.tagName === 'DT' || heading.tagName === 'DD';
  return [heading, shut, shut.parentElement].some((one) => NAMES.test(one?.getAttribute('class') ?? ''));
}

/** The hidden rest of a text that a toggle beside it shows. */
function restBeside(toggle: Element, root: Element): Element[] {
  const named = toggle.getAttribute('aria-controls');
  const target = named && /^[\w-]+$/.test(named) ? root.querySelector(`[id="${named}"]`) : null;
  if (target) return isShut(target) ? [target] : [];
  if (toggle.tagName === 'A' && !/^(?:#|javascript:|$)/i.test(toggle.getAttribute('href') ?? '')) return [];
  for (let box: Element | null = toggle, level = 0; box && level < 3; box = box.parentElement, level++) {
    const beside = [box.previousElementSibling, box.nextElementSibling].flatMap((one) => one ?? []);
    const inside = beside.flatMap((one) => [one, ...Array.from(one.children)]);
    const rest = inside.filter((one) => isShut(one) && isAnswer(one));
    if (rest.length > 0) return rest;
  }
  return [];
}

function isShut(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    SHUT_STYLE.test(element.getAttribute('style') ?? '')
  );
}

function show(element: Element): void {
  for (const name of ['hidden', 'aria-hidden']) element.removeAttribute(name);
  if (SHUT_STYLE.test(element.getAttribute('style') ?? '')) element.removeAttribute('style');
}
