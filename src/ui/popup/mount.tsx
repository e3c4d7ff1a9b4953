import type { Translator } from '../../i18n/translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { focusedOn, type ShortcutAction, shortcutFor } from './keyboard.ts';
import { Popup } from './popup.tsx';
import { focusField, saveOrPointOut } from './save-or-point-out.ts';
import type { PopupStore } from './store.ts';

/** Draws the popup and listens to its keys. */
export function mountPopup(store: PopupStore, translator: Translator, document: Document): void {
  mountPage(<Popup store={store} />, translator, translator.t('extensionShortName'));

  const followNetwork = (): void => {
    store.isOnline.value = navigator.onLine;
  };
  followNetwork();
  window.addEventListener('online', followNetwork);
  window.addEventListener('offline', followNetwork);

  document.addEventListener('keydown', (event) => {
    const action = shortcutFor(event, focusedOn(document.activeElement));
    if (!action) return;
    event.preventDefault();
    runShortcut(action);
  });

  function runShortcut(action: ShortcutAction): void {
    switch (action) {
      case 'save':
        void saveOrPointOut(store, document);
        break;
      case 'close':
        window.close();
        break;
      case 'leave-field':
      case 'foot':
        document.getElementById('save')?.focus();
        break;
      case 'head':
        focusField(document, 'title');
        break;
      case 'body':
        (
          document.querySelector<HTMLElement>('.editor') ?? document.querySelector<HTMLElement>('[name="view"]')
        )?.focus();
        break;
    }
  }
}
