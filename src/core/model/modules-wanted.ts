import { MODULE_NAMES, type ModuleName, moduleFile } from './module-names.ts';

/** What the script in the page answers where the page needs modules that are not there yet. */
export interface ModulesWanted {
  readonly wanted: readonly ModuleName[];
}

/** Returns the scripts of the modules that an answer asks for: only of those that exist. None where it asks for none. */
export function filesWanted(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('wanted' in answer)) return [];
  const { wanted } = answer;
  return Array.isArray(wanted) ? MODULE_NAMES.filter((name) => wanted.includes(name)).map(moduleFile) : [];
}
