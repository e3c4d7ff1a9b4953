/** The measure of all: a clone of the page and Readability on it. */
import { Readability } from '@mozilla/readability';
import { compete } from './compete.ts';

compete({ clip: () => new Readability(document.cloneNode(true) as Document).parse()?.content?.length ?? 0 });
