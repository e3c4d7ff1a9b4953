/** Controls and what they hold: a reader's input is never part of a clip. */
const CONTROLS = 'input, select, textarea, datalist, output, progress, meter, optgroup';

/** Fields of a form to log in or to subscribe: all that stands in it is about that. */
const DOORS = 'input[type="password"], input[type="email"]';

/** Form controls, and buttons but for the pictures that they enlarge. */
export function formControls(root: Element): void {
  for (const field of Array.from(root.querySelectorAll(DOORS))) {
    const form = field.closest('form');
    if (form && root.contains(form) && !form.querySelector('h1, article')) form.remove();
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
