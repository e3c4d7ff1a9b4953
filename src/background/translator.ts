import { createTranslator } from '../i18n/translator.ts';
import { browserMessage } from '../platform/language.ts';

/** The browser's language: menus and tooltips are the browser's interface, not ours. */
export const translator = createTranslator((key, substitutions) => browserMessage(key, ...substitutions));
