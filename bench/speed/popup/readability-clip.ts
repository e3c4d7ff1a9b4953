/** The measure of what a clip costs the page: a clone and Readability. */
import { Readability } from '@mozilla/readability';

const article = new Readability(document.cloneNode(true) as Document).parse();
Object.assign(globalThis, { clippedText: article?.content ?? '' });
