import { browser } from './browser.ts';

/** The browser's interface language as a BCP 47 tag, e.g. `zh-TW`. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** A sentence in the browser's language, from `_locales`. */
export function browserMessage(key: string, ...parts: string[]): string {
  return browser.i18n.getMessage(key, parts);
}
