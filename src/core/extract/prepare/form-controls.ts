import { TASK_DONE, TASK_OPEN } from '../../model/task-classes.ts';
import { weightOf } from '../clean/text-measure.ts';

/** Controls and what they hold: a reader's input is never part of a clip. */
const CONTROLS = 'input, select, textarea, datalist, output, progress, meter, optgroup';

/** Fields of a form to log in or to subscribe: all that is in it is about that. */
const ALLOWED_ENTRY_FILES = 'input[type="password"], input[type="email"]';

/** Form controls, and buttons but for the pictures that they enlarge; a box to tick is what makes a list one of tasks. */
export function formControls(root: Element): void {
  markTasks(root);
  for (const field of Array.from(root.querySelectorAll(ALLOWED_ENTRY_FILES))) {
    const form = field.closest('form');
    if (form && root.contains(form) && !form.querySelector('h1, article')) boxAround(form, root).remove();
  }
  for (const label of Array.from(root.querySelectorAll('label'))) if (label.querySelector(CONTROLS)) label.remove();
  for (const control of Array.from(root.querySelectorAll(CONTROLS))) control.remove();
  for (const button of Array.from(root.querySelectorAll('button, [role="button"]:not(a)'))) {
    const pictures = button.querySelectorAll('picture, picture img, img');
    if (pictures.length > 0)
      button.replaceWith(...Array.from(pictures).filter((one) => !one.closest('picture') || one.tagName === 'PICTURE'));
    else if (button.tagName === 'BUTTON') button.remove();
  }
}

/** What a box around a form says where it asks for an address to send letters to, by stems. */
const LETTERS_WANTED = /mail|newsletter|inbox|briefing|posteingang|correo|courriel|boletín|邮|郵|メール|이메일/i;

/** A box of more text than this, as Latin letters, holds more than the form. */
const BOX_LENGTH = 300;

/** The largest block around a form that says nothing but what the form is for: “Our letters, in your inbox at seven”. */
function boxAround(form: Element, root: Element): Element {
  let box = form;
  for (let around = form.parentElement; around && around !== root; around = around.parentElement) {
    const text = around.textContent ?? '';
    if (text.length > BOX_LENGTH * 9 || weightOf(text) > BOX_LENGTH || around.querySelector('h1, article, img')) break;
    if (around.tagName !== 'P' && LETTERS_WANTED.test(text)) box = around;
  }
  return box;
}

/**
 * Says in the class of a list's item that it is a task, done or open, where a box to tick begins it: the box itself
 * does not outlive the controls. Boxes of a form are the reader's choices, and no tasks.
 */
function markTasks(root: Element): void {
  const seen = new Set<Element>();
  for (const box of Array.from(root.querySelectorAll('li input[type="checkbox"]'))) {
    const item = box.closest('li');
    if (!item || seen.has(item) || box.closest('form')) continue;
    seen.add(item);
    if (!begins(item, box)) continue;
    item.setAttribute('class', box.hasAttribute('checked') ? TASK_DONE : TASK_OPEN);
    box.remove();
  }
}

/** Whether nothing is read in an item before the element. */
function begins(item: Element, element: Element): boolean {
  for (let node: Node | null = element; node && node !== item; node = node.parentNode) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      if ((before.textContent ?? '').trim() !== '') return false;
    }
  }
  return true;
}
