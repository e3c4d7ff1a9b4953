import { baseOf, resolveAddresses } from '../../addresses.ts';
import { embeds } from './embeds.ts';
import { formControls } from './form-controls.ts';
import { machineParts } from './machine-parts.ts';
import { pictures } from './pictures.ts';

/**
 * Makes of a page what every later step may take for granted: absolute addresses, pictures
 * with their true source, players as links, no controls, no scripts.
 */
export function prepare(document: Document, url: string): void {
  const page = document.body;
  const base = baseOf(document.documentElement, url);
  pictures(page, base);
  embeds(page, base);
  formControls(page);
  machineParts(page);
  resolveAddresses(page, base);
}
