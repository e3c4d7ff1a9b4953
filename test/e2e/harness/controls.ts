import type { View } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/**
 * What a user does with a page of the extension, by the names that a screen reader would say. `name` is a whole accessible
 * name, such as `Title` or `Save`.
 */

/** Waits for a control of that name to be there and returns its value, or the text of a button. */
export async function readControl(view: View, name: string): Promise<string> {
  const { value } = await waitFor(`“${name}”`, () => find(view, name, 'read'));
  return value;
}

/** Types into a field in place of what it holds. */
export async function fillControl(view: View, name: string, text: string): Promise<void> {
  await clickControl(view, name);
  await waitFor(`“${name}” to take the text`, async () => (await find(view, name, 'fill', text)) !== null);
}

/** How the browsers say that the element has gone or moved meanwhile. */
const NOT_CLICKED = /not clickable|no such element|stale element|not interactable|No element found|has no \[/;

/** Clicks a button, tab or field with a real pointer. */
export async function clickControl(view: View, name: string): Promise<void> {
  await waitFor(`“${name}” to be clickable`, async () => {
    try {
      await view.click(await mark(view, name));
      return true;
    } catch (error) {
      // The page drew it anew or moved it between the two steps; nothing was clicked.
      if (NOT_CLICKED.test(String(error))) return false;
      throw error;
    }
  });
}

/** Waits until a text is anywhere in the page. */
export async function waitForText(view: View, text: string): Promise<void> {
  let shown = '';
  await waitFor(
    () => `the text “${text}” where there is: ${shown.slice(0, 500)}`,
    async () => {
      shown = await view.run(() => document.body.textContent);
      return shown.includes(text);
    },
  );
}

async function mark(view: View, name: string): Promise<string> {
  await waitFor(`“${name}”`, () => find(view, name, 'mark'));
  return '[data-under-test]';
}

function find(view: View, name: string, act: 'read' | 'fill' | 'mark', text = '') {
  return view.run(
    (wanted, action, content) => {
      type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement;
      const plain = (value: string | null | undefined): string => value?.replace(/\s+/g, ' ').trim() ?? '';
      const nameOf = (control: Control): string =>
        plain(control.getAttribute('aria-label')) ||
        plain([...(control.labels ?? [])].map((label) => label.textContent).join(' ')) ||
        plain(control.textContent);
      const controls = [...document.querySelectorAll<Control>('input, textarea, select, button, a')];
      const control = controls.find(
        (each) => nameOf(each) === wanted && each.getClientRects().length > 0 && each.checkVisibility(),
      );
      if (!control) return null;
      if (action === 'fill') {
        const field = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(field.prototype, 'value')?.set?.call(control, content);
        control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      if (action === 'mark') {
        for (const marked of document.querySelectorAll('[data-under-test]')) marked.removeAttribute('data-under-test');
        control.setAttribute('data-under-test', '');
      }
      return { value: control instanceof HTMLButtonElement ? plain(control.textContent) : control.value };
    },
    name,
    act,
    text,
  );
}
