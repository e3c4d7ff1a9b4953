import { type BroughtParts, partsIn } from '../core/parts/brought-parts.ts';
import { FINISH_PART, partFile } from '../core/parts/part-names.ts';
import { browser } from './browser.ts';

/**
 * What finishes a clip, loaded into a page of ours: the very script that is injected where a clip is made without the
 * popup, so that the package holds it once.
 *
 * @throws {Error} where the script is missing from the package.
 */
export async function loadFinish(): Promise<BroughtParts['finish']> {
  const file = partFile(FINISH_PART);
  await import(/* @vite-ignore */ browser.runtime.getURL(file));
  const { finish } = partsIn(globalThis);
  if (!finish) throw new Error(`${file} brought nothing`);
  return finish;
}
