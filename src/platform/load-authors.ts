import type { ModuleName } from '../core/model/module-names.ts';
import type { Modules } from '../core/model/modules.ts';
import { loadModules } from './load-modules.ts';

/** What reads authors, with the languages that it reads them in. */
export type AuthorModules = Pick<Modules, 'authors'> & Partial<Modules>;

/**
 * Loads what reads authors into an extension page.
 *
 * @param languages modules that know bylines besides English ones.
 * @throws {Error} where a script is missing from the package.
 */
export function loadAuthors(languages: readonly ModuleName[]): Promise<AuthorModules> {
  return loadModules(['authors', ...languages]);
}
