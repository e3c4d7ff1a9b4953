import { type ModuleName, moduleFile } from '../core/model/module-names.ts';
import type { Modules } from '../core/model/modules.ts';
import { registeredModules } from '../core/modules/registered-modules.ts';
import { browser } from './browser.ts';

/** What reads authors, with the languages that it reads them in. */
export type AuthorModules = Pick<Modules, 'authors'> & Partial<Modules>;

/**
 * What reads authors, loaded into an extension page.
 *
 * @param languages modules that know bylines besides English ones.
 * @throws {Error} where a script is missing from the package.
 */
export async function loadAuthors(languages: readonly ModuleName[]): Promise<AuthorModules> {
  const files = ['authors' as const, ...languages].map((name) => moduleFile(name));
  await Promise.all(files.map((file) => import(/* @vite-ignore */ browser.runtime.getURL(file))));
  const modules = registeredModules(globalThis);
  const { authors } = modules;
  if (!authors) throw new Error(`${files} brought nothing`);
  return { ...modules, authors };
}
