import type { ModuleName } from '../model/module-names.ts';
import { EAST_ASIAN, MARKED_LETTER } from './letters.ts';

/** Words of English headlines that no other language of Europe spells alike, or seldom: not “in”, “an”, “is”, “on”. */
const ENGLISH_WORD = /\b(?:the|of|and|to|for|with|how|what|why|your|you|from|by|are)\b/i;

/**
 * Returns the modules that a page of this title is likely to need: injected at once, they spare the page from being read
 * twice. A superfluous one does no harm, as the page itself decides which of them are used (`requiredModules`).
 *
 * Half of news pages have buttons that open something: `structure` comes with every clip, as its 14 kB take less than a
 * second run. `european` takes half a millisecond, and a second run 17 or more: only a title that is certain to be English
 * does without it.
 */
export function likelyModules(title: string): ModuleName[] {
  if (title.search(EAST_ASIAN) >= 0) return ['structure', 'east-asian', 'sites'];
  const isEnglish = ENGLISH_WORD.test(title) && title.search(MARKED_LETTER) < 0;
  return isEnglish ? ['structure'] : ['structure', 'european'];
}
