import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { trimReadability } from '../../../scripts/trim-readability.ts';
import { COMPLETION_MODULE, INJECTED_NAMES } from '../../../src/core/model/module-names.ts';

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
      for (const part of INJECTED_NAMES) parts.set(part, await buildScript(`../../../src/content/parts/${part}.ts`));
    }
    const complete = parts.get(COMPLETION_MODULE);
    const main = await buildScript(`${name}.ts`, name === 'jianbao');
    scripts.set(name, { main, parts, ...(complete === undefined ? {} : { complete }) });
  }
  return scripts;
}

async function buildScript(path: string, trim = false): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: trim ? [trimReadability()] : [],
    build: {
      write: false,
      target: 'chrome128',
      rolldownOptions: {
        input: fileURLToPath(new URL(path, import.meta.url)),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`vite built nothing of ${path}`);
  return output.output[0].code;
}
