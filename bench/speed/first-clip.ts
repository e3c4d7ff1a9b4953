import { likelyModules } from '../../src/core/modules/likely-modules.ts';
import type { Script } from './contenders/build-contenders.ts';
import type { QuietPage } from './quiet-page.ts';

/** CPU of a first clip in a fresh world, in milliseconds of the main thread. */
export interface FirstClip {
  /** Compiling and starting the scripts. */
  readonly load: number;
  /** The clip itself, and before it the look at the page that found parts missing. */
  readonly cold: number;
  /** Why the page was refused; empty where it was not. */
  readonly failure: string;
}

/**
 * Clips a page as the extension does: with the parts that its title makes likely, and where the script says that the page
 * needs others, with these once more.
 */
export async function firstClip(page: QuietPage, { main, parts }: Script): Promise<FirstClip> {
  const start = (script: string): Promise<number> => page.cpu(`(() => { ${script} })()`);
  const likely = likelyModules(String(await page.value('document.title')));
  let load = 0;
  for (const script of [...likely.map((name) => parts.get(name) ?? ''), main]) load += await start(script);
  let cold = await page.cpu('contender.clip()');
  const missing = await page.value('contender.missing?.() ?? []');
  if (Array.isArray(missing) && missing.length > 0) {
    for (const name of missing) load += await start(parts.get(name) ?? '');
    load += await start(main);
    cold += await page.cpu('contender.clip()');
  }
  return { load, cold, failure: String(await page.value('contender.failure?.() ?? ""')) };
}
