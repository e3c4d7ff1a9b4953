import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compileEagerly } from '../scripts/compile-eagerly.ts';
import { trimReadability } from '../scripts/trim-readability.ts';

/**
 * Builds one file and what it imports as a minified script, as the content script is built.
 *
 * @param trim as the content script: without the parts of Readability that are never called, and compiled eagerly.
 */
export async function buildScript(file: URL, trim = true): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: trim ? [trimReadability(), compileEagerly()] : [],
    build: {
      write: false,
      target: 'chrome128',
      rolldownOptions: { input: fileURLToPath(file), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`vite built nothing of ${file}`);
  return output.output[0].code;
}
