/** The least that clips: a clone, Readability, Turndown. */
import { Readability } from '@mozilla/readability';
import TurndownService from 'turndown';

const article = new Readability(document.cloneNode(true) as Document).parse();
const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
Object.assign(globalThis, { clippedText: service.turndown(article?.content ?? '') });
