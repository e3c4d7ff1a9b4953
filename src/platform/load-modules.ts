import {
  type CHECK_MODULE,
  type COMPLETION_MODULE,
  type ModuleName,
  moduleFile,
  type PLAN_MODULE,
} from '../core/model/module-names.ts';
import { type RegisteredModules, takeModule } from '../core/modules/registered-modules.ts';
import { browser } from './browser.ts';

type LoadedName = ModuleName | typeof COMPLETION_MODULE | typeof PLAN_MODULE | typeof CHECK_MODULE;

/** Our pages run no script that is added later but by a policy: this one lets through those of the package. */
const policy = window.trustedTypes?.createPolicy('package-script', { createScriptURL: packageUrl });

/**
 * Loads modules of the clip into an extension page: the same scripts that are injected into tabs, so that the package
 * holds them once. They are handed to the caller alone. When it drops them the browser frees their code, which it never
 * does with what was imported.
 *
 * @throws {Error} where a script is missing from the package, or brings nothing.
 */
export async function loadModules<Name extends LoadedName>(
  names: readonly Name[],
): Promise<Pick<RegisteredModules, Name>> {
  const entries = await Promise.all(names.map(async (name) => [name, await load(name)]));
  return Object.fromEntries(entries);
}

function load<Name extends LoadedName>(name: Name): Promise<RegisteredModules[Name]> {
  return new Promise((resolve, reject) => {
    const file = moduleFile(name);
    const script = document.createElement('script');
    // TypeScript takes a text only, where browsers take what a policy has let through as well.
    script.src = (policy?.createScriptURL(file) ?? packageUrl(file)) as string;
    // Run before any other script has a turn.
    script.onload = script.onerror = () => {
      script.remove();
      const module = takeModule(globalThis, name);
      if (module) resolve(module);
      else reject(new Error(`${file} brought nothing`));
    };
    document.head.append(script);
  });
}

function packageUrl(file: string): string {
  return browser.runtime.getURL(`/${file}`);
}
