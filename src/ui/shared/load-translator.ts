import type { Catalogue, Locale } from '../../i18n/messages.ts';
import { createTranslator, lookupIn, type Translator } from '../../i18n/translator.ts';
import { browserMessage } from '../../platform/language.ts';
import { pageAddress } from '../../platform/pages.ts';
import type { Settings } from '../../settings/schema.ts';

const LOCALE_OF: Readonly<Record<Exclude<Settings['language'], 'auto'>, Locale>> = {
  en: 'en',
  'zh-CN': 'zh_CN',
  'zh-TW': 'zh_TW',
};

/** The user's language: the browser's choice among ours, or the one chosen on the options page. */
export async function loadTranslator(language: Settings['language']): Promise<Translator> {
  if (language === 'auto') return createTranslator((key, substitutions) => browserMessage(key, ...substitutions));
  const response = await fetch(pageAddress(`_locales/${LOCALE_OF[language]}/messages.json`));
  const catalogue: Catalogue = await response.json();
  return createTranslator(lookupIn(catalogue));
}
