import { COMPLETION_MODULE } from '../core/model/module-names.ts';
import type { RegisteredModules } from '../core/modules/registered-modules.ts';
import { loadModules } from './load-modules.ts';

/**
 * Loads what finishes a clip into an extension page.
 *
 * @throws {Error} where the script is missing from the package.
 */
export async function loadCompletion(): Promise<RegisteredModules['complete']> {
  return (await loadModules([COMPLETION_MODULE])).complete;
}
