import { sanitise } from '../../core/extract/sanitise.ts';
import { taskMark } from '../../core/model/task-classes.ts';
import { decorateStory } from './decorate-story.ts';
import { parseInert } from './parse-inert.ts';

/** Attributes by which a node of a story could pose as a part of the page around it. */
const POSING = ['id', 'class', 'name'];

/**
 * A clip's HTML as nodes. The content script has cleaned it already; it is cleaned once more here, as a tree that nothing
 * runs in, because a compromised renderer may answer anything. The page's policy (CSP) is the second wall.
 */
export function storyNodes(html: string, images: 'shown' | 'named' = 'shown'): DocumentFragment {
  const body = parseInert(html);
  sanitise(body);
  for (const item of body.querySelectorAll('li[class]')) showTask(item);
  for (const formula of body.querySelectorAll('code.math, pre.math')) showFormula(formula);
  for (const element of body.querySelectorAll('[id],[class],[name]')) {
    for (const attribute of POSING) element.removeAttribute(attribute);
  }
  decorateStory(body, images);
  const story = document.createDocumentFragment();
  story.append(...body.childNodes);
  return story;
}

/** A task of a list has its tick, as in the Markdown. */
function showTask(item: Element): void {
  const mark = taskMark(item);
  if (mark === undefined) return;
  const tick = item.ownerDocument.createElement('input');
  tick.type = 'checkbox';
  tick.setAttribute('disabled', '');
  if (mark === '[x]') tick.setAttribute('checked', '');
  item.prepend(tick, ' ');
}

/** A formula is shown as its TeX between the signs that the Markdown has. */
function showFormula(formula: Element): void {
  const tex = formula.textContent ?? '';
  if (formula.localName === 'code') formula.replaceWith(`$${tex}$`);
  else formula.textContent = `$$\n${tex}\n$$`;
}
