import { COMPLETION_MODULE, INJECTED_NAMES } from '../../../src/core/model/module-names.ts';
import { buildScript } from '../../build-script.ts';

export const CONTENDERS = ['readability', 'jianbao', 'textbook', 'defuddle'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** Minified scripts, as the content script is built. */
export interface Script {
  readonly main: string;
  /** What only some pages are given, by name. */
  readonly parts: ReadonlyMap<string, string>;
  /** What finishes the clip outside of the page, where there is such a script. */
  readonly complete?: string;
}

export async function buildContenders(): Promise<ReadonlyMap<Contender, Script>> {
  const scripts = new Map<Contender, Script>();
  for (const name of CONTENDERS) {
    const parts = new Map<string, string>();
    if (name === 'jianbao') {
      for (const part of INJECTED_NAMES)
        parts.set(part, await buildScript(new URL(`../../../src/content/modules/${part}.ts`, import.meta.url), false));
    }
    const complete = parts.get(COMPLETION_MODULE);
    const main = await buildScript(new URL(`${name}.ts`, import.meta.url), name === 'jianbao');
    scripts.set(name, { main, parts, ...(complete === undefined ? {} : { complete }) });
  }
  return scripts;
}
