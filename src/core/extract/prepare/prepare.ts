import { embeds } from './embeds.ts';
import { formControls } from './form-controls.ts';
import { pictures } from './pictures.ts';
import { technicalElements } from './technical-elements.ts';

/**
 * Makes of a page what every later step may take for granted: pictures
 * with their true source, players as links, no controls, no scripts.
 */
export function prepare(document: Document, base: string): void {
  const page = document.body;
  pictures(page, base);
  embeds(page, base);
  formControls(page);
  technicalElements(page);
}
