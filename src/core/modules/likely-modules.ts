import type { ModuleName } from '../model/module-names.ts';

/** Kana, Chinese characters, Hangul. */
export const EAST_ASIAN = /[\u3040-\u9fff\uac00-\ud7a3]/g;

/** Letters of Latin with marks, Greek, Cyrillic: English pages have a few in names, nearly all others of Europe have many. */
export const MARKED_LETTER = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f]/g;

/**
 * The modules that a page of this title is likely to need: brought along, they spare the page being read a second time.
 * One too many does no harm, as the page itself says which of them have a say (`requiredModules`).
 */
export function likelyModules(title: string): ModuleName[] {
  if (title.search(EAST_ASIAN) >= 0) return ['east-asian'];
  return title.search(MARKED_LETTER) >= 0 ? ['european'] : [];
}
