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
 * @param openAccordions opens what a press opens, where the page has such parts.
 */
export function prepare(document: Document, base: string, openAccordions?: (page: Element) => void): void {
  const page = document.body;
  drawnBlocks(page);
  pictures(page, base);
  embeds(page, base);
  openAccordions?.(page);
  formControls(page);
  rawTextElements(page);
  technicalElements(page);
  quotationSources(page);
  topHeadings(page);
}
