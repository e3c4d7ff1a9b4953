import type { ModuleName } from '../model/module-names.ts';
import { EAST_ASIAN, MARKED_LETTER } from './letters.ts';

/**
 * Returns the modules that a page of this title is likely to need: injected at once, they spare the page from being read
 * twice. A superfluous one does no harm, as the page itself decides which of them are used (`requiredModules`).
 *
 * Half of news pages have buttons that open something: `structure` comes with every clip, as its 14 kB take less than a
 * second run.
 */
export function likelyModules(title: string): ModuleName[] {
  if (title.search(EAST_ASIAN) >= 0) return ['structure', 'east-asian', 'sites'];
  return title.search(MARKED_LETTER) >= 0 ? ['structure', 'european'] : ['structure'];
}
