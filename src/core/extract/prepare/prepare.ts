import type { Steps } from '../../model/steps.ts';
import { drawnBlocks } from './drawn-blocks.ts';
import { embeds } from './embeds.ts';
import { formControls } from './form-controls.ts';
import { pictures } from './pictures.ts';
import { quotationSources } from './quotation-sources.ts';
import { rawTextElements } from './raw-text-elements.ts';
import { technicalElements } from './technical-elements.ts';
import { topHeadings } from './top-headings.ts';

/**
 * Brings a page into the form that every later step takes for granted: pictures with their true source, players as
 * links, no controls, no scripts.
 *
 * @param settleStructure of pages that are more than a running text (`structure-module.ts`).
 */
export function* prepare(document: Document, base: string, settleStructure?: (page: Element) => void): Steps<void> {
  const page = document.body;
  drawnBlocks(page);
  pictures(page, base);
  yield;
  embeds(page, base);
  settleStructure?.(page);
  yield;
  formControls(page);
  rawTextElements(page);
  technicalElements(page);
  quotationSources(page);
  topHeadings(page);
}
