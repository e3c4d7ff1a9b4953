import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { trimReadability } from '../../../scripts/trim-readability.ts';

export const CONTENDERS = ['readability', 'jianbao', 'textbook', 'defuddle'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** Each contender as one minified script, as the content script is built. */
export async function buildContenders(): Promise<ReadonlyMap<Contender, string>> {
  const scripts = new Map<Contender, string>();
  for (const name of CONTENDERS) {
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      plugins: name === 'jianbao' ? [trimReadability()] : [],
      build: {
        write: false,
        target: 'chrome128',
        rolldownOptions: {
          input: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
          output: { format: 'iife', codeSplitting: false },
        },
      },
    });
    const [output] = Array.isArray(result) ? result : [result];
    if (!output || !('output' in output)) throw new Error(`vite built no ${name}`);
    scripts.set(name, output.output[0].code);
  }
  return scripts;
}
