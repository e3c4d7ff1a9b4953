import * as v from 'valibot';
import { ownObject } from './model/own-object.ts';
import type { PageLinks } from './page-links.ts';

const addresses = v.array(ownObject({ url: v.string(), title: v.string() }));
const pageLinks = ownObject({ title: v.string(), links: addresses, feeds: addresses });

/** Checks what a script in a page answers: a compromised renderer may answer anything. */
export function isPageLinks(value: unknown): value is PageLinks {
  return v.is(pageLinks, value);
}
