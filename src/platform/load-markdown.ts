import { type BroughtParts, partsIn } from '../core/parts/brought-parts.ts';
import { MARKDOWN_PART, partFile } from '../core/parts/part-names.ts';
import { browser } from './browser.ts';

/**
 * What writes the Markdown of a clip, loaded into a page of ours: the very script that is injected where a clip is made
 * without the popup, so that the package holds it once.
 *
 * @throws {Error} where the script is missing from the package.
 */
export async function loadMarkdown(): Promise<BroughtParts['markdown']> {
  await import(/* @vite-ignore */ browser.runtime.getURL(partFile(MARKDOWN_PART)));
  const { markdown } = partsIn(globalThis);
  if (!markdown) throw new Error(`${partFile(MARKDOWN_PART)} brought nothing`);
  return markdown;
}
