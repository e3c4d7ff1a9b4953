import { focusedOn, type ShortcutAction, shortcutFor } from './keyboard.ts';
import { focusField, saveOrPointOut } from './save-or-point-out.ts';
import type { PopupStore } from './store.ts';

/** Carries out what keys ask of the editor that is shown, and tells it whether the network is there. */
export function listenToKeys(shown: () => PopupStore | undefined): void {
  const followNetwork = (): void => {
    const store = shown();
    if (store) store.isOnline.value = navigator.onLine;
  };
  followNetwork();
  window.addEventListener('online', followNetwork);
  window.addEventListener('offline', followNetwork);

  document.addEventListener('keydown', (event) => {
    const store = shown();
    const action = shortcutFor(event, focusedOn(document.activeElement));
    if (!action || !store) return;
    event.preventDefault();
    runShortcut(action, store);
  });
}

function runShortcut(action: ShortcutAction, store: PopupStore): void {
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
