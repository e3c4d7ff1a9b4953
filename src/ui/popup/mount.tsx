import { render } from 'preact';
import type { Translator } from '../../i18n/translator.ts';
import { Translation } from '../shared/translation.tsx';
import { focusedOn, type ShortcutAction, shortcutFor } from './keyboard.ts';
import { Popup } from './popup.tsx';
import { focusField, saveOrPointOut } from './save-or-point-out.ts';
import type { PopupStore } from './store.ts';

/** Draws the popup and listens to its keys. */
export function mountPopup(store: PopupStore, translator: Translator, document: Document): void {
  document.documentElement.lang = translator.language;
  document.title = translator.t('extensionShortName');
  render(
    <Translation.Provider value={translator}>
      <Popup store={store} />
    </Translation.Provider>,
    document.body,
  );

  const followNetwork = (): void => {
    store.isOnline.value = navigator.onLine;
  };
  followNetwork();
  window.addEventListener('online', followNetwork);
  window.addEventListener('offline', followNetwork);

  document.addEventListener('keydown', (event) => {
    const wish = shortcutFor(event, focusedOn(document.activeElement));
    if (!wish) return;
    event.preventDefault();
    runShortcut(wish);
  });

  function runShortcut(wish: ShortcutAction): void {
    switch (wish) {
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
