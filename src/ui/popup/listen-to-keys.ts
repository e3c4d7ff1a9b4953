import { focusedOn, type ShortcutAction, shortcutFor } from './keyboard.ts';
import { focusField, saveOrPointOut } from './save-or-point-out.ts';
import type { PopupStore } from './store.ts';

/** What keys ask for. */
type KeyedEditor = Pick<PopupStore, 'save' | 'close' | 'isOnline'>;

/**
 * Carries out what keys ask of the editor that is shown, once however long they are held, and tells it whether the network is
 * there.
 *
 * @param pressed keys that were pressed before: they are carried out now.
 */
export function listenToKeys(shown: () => KeyedEditor | undefined, pressed: readonly KeyboardEvent[] = []): void {
  const followNetwork = (): void => {
    const store = shown();
    if (store) store.isOnline.value = navigator.onLine;
  };
  followNetwork();
  window.addEventListener('online', followNetwork);
  window.addEventListener('offline', followNetwork);

  const carryOut = (event: KeyboardEvent): void => {
    const store = shown();
    const focused = focusedOn(document.activeElement);
    const action = shortcutFor(event, focused);
    // Browsers press a focused button again at every repetition.
    if (event.repeat && (action || (event.key === 'Enter' && focused === 'pressable'))) event.preventDefault();
    else if (action && store) {
      event.preventDefault();
      runShortcut(action, store);
    }
  };
  pressed.forEach(carryOut);
  document.addEventListener('keydown', carryOut);
}

function runShortcut(action: ShortcutAction, store: KeyedEditor): void {
  switch (action) {
    case 'save':
      void saveOrPointOut(store, document);
      break;
    case 'close':
      store.close();
      break;
    case 'leave-field':
    case 'foot':
      document.getElementById('save')?.focus();
      break;
    case 'head':
      focusField(document, 'title');
      break;
    case 'body':
      (document.querySelector<HTMLElement>('.editor') ?? document.querySelector<HTMLElement>('[name="view"]'))?.focus();
      break;
  }
}
