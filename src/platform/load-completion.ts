import { COMPLETION_MODULE, moduleFile } from '../core/model/module-names.ts';
import { type RegisteredModules, registeredModules } from '../core/modules/registered-modules.ts';
import { browser } from './browser.ts';

/**
 * What finishes a clip, loaded into an extension page: the same script that is injected where a clip is made without the
 * popup, so that the package holds it once.
 *
 * @throws {Error} where the script is missing from the package.
 */
export async function loadCompletion(): Promise<RegisteredModules['complete']> {
  const file = moduleFile(COMPLETION_MODULE);
  await import(/* @vite-ignore */ browser.runtime.getURL(file));
  const { complete } = registeredModules(globalThis);
  if (!complete) throw new Error(`${file} brought nothing`);
  return complete;
}
