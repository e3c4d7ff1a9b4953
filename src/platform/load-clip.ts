import { COMPLETION_MODULE, MODULE_NAMES, moduleFile } from '../core/model/module-names.ts';
import { type RegisteredModules, registeredModules } from '../core/modules/registered-modules.ts';
import { browser } from './browser.ts';

/** What clips a document, whatever its page needs. The user's own rules are for pages that are shown. */
export type ClipModules = Omit<RegisteredModules, 'blocks'>;

const NEEDED = [...MODULE_NAMES, COMPLETION_MODULE] as const;

let loading: Promise<ClipModules> | undefined;

/**
 * All that clips a document, loaded into an extension page at the first call: the very scripts that are injected into
 * tabs, so that the package holds them once.
 *
 * @throws {Error} where a script is missing from the package.
 */
export function loadClip(): Promise<ClipModules> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<ClipModules> {
  for (const file of [...NEEDED.map(moduleFile), 'content.js']) {
    await import(/* @vite-ignore */ browser.runtime.getURL(file));
  }
  const modules = registeredModules(globalThis);
  if (!isWhole(modules)) throw new Error(`the scripts brought only ${Object.keys(modules)}`);
  return modules;
}

function isWhole(modules: Partial<ClipModules>): modules is ClipModules {
  return modules.clip !== undefined && NEEDED.every((name) => modules[name] !== undefined);
}
