import { CHECK_MODULE } from '../core/model/module-names.ts';
import type { RegisteredModules } from '../core/modules/registered-modules.ts';
import { loadModules } from './load-modules.ts';

/**
 * Loads what judges a page's answer into an extension page. It is wanted for one answer or two, and takes as much memory as
 * all that is drawn of a story.
 *
 * @throws {Error} where the script is missing from the package.
 */
export async function loadCheck(): Promise<RegisteredModules['check']> {
  return (await loadModules([CHECK_MODULE])).check;
}
