import { INJECTED_NAMES, moduleFile } from '../core/model/module-names.ts';
import { type RegisteredModules, registeredModules } from '../core/modules/registered-modules.ts';
import { browser } from './browser.ts';

let loading: Promise<RegisteredModules> | undefined;

/**
 * All that clips a document, loaded into an extension page at the first call: the very scripts that are injected into
 * tabs, so that the package holds them once.
 *
 * @throws {Error} where a script is missing from the package.
 */
export function loadClip(): Promise<RegisteredModules> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<RegisteredModules> {
  for (const file of [...INJECTED_NAMES.map(moduleFile), 'content.js']) {
    await import(/* @vite-ignore */ browser.runtime.getURL(file));
  }
  const modules = registeredModules(globalThis);
  if (!isWhole(modules)) throw new Error(`the scripts brought only ${Object.keys(modules)}`);
  return modules;
}

function isWhole(modules: Partial<RegisteredModules>): modules is RegisteredModules {
  return modules.clip !== undefined && INJECTED_NAMES.every((name) => modules[name] !== undefined);
}
