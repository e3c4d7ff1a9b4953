import { browser } from './browser.ts';

/** A sentence in the browser's language, from `_locales`. */
export function browserMessage(key: string, ...parts: string[]): string {
  return browser.i18n.getMessage(key, parts);
}
