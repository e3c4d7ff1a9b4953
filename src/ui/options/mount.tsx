import { render } from 'preact';
import type { Translator } from '../../i18n/translator.ts';
import { Translation } from '../shared/translation.tsx';
import { Options } from './options.tsx';
import type { OptionsStore } from './store.ts';

/** Draws the options page, again whenever its language changes. */
export function mountOptions(store: OptionsStore, translator: Translator, version: string, document: Document): void {
  document.documentElement.lang = translator.language;
  document.title = `${translator.t('settings')} · ${translator.t('extensionShortName')}`;
  render(
    <Translation.Provider value={translator}>
      <Options store={store} version={version} />
    </Translation.Provider>,
    document.body,
  );
}
