/** Controls and what they hold: a reader's input is never part of a clip. */
const CONTROLS = 'input, select, textarea, datalist, output, progress, meter, optgroup';

/** Form controls, and buttons but for the pictures that they enlarge. */
export function formControls(root: Element): void {
  for (const label of Array.from(root.querySelectorAll('label'))) if (label.querySelector(CONTROLS)) label.remove();
  for (const control of Array.from(root.querySelectorAll(CONTROLS))) control.remove();
  for (const button of Array.from(root.querySelectorAll('button, [role="button"]:not(a)'))) {
    const pictures = button.querySelectorAll('picture, picture img, img');
    if (pictures.length > 0)
      button.replaceWith(...Array.from(pictures).filter((one) => !one.closest('picture') || one.tagName === 'PICTURE'));
    else if (button.tagName === 'BUTTON') button.remove();
  }
}
