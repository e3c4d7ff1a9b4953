import { type ComponentChildren, render } from 'preact';
import type { Translator } from '../../i18n/translator.ts';
import { Translation } from './translation.tsx';

/** Draws a page of the extension in the user's language; again where that has changed. */
export function mountPage(view: ComponentChildren, translator: Translator, title: string): void {
  document.documentElement.lang = translator.language;
  document.title = title;
  render(<Translation.Provider value={translator}>{view}</Translation.Provider>, document.body);
}
