/** The least that clips: a clone, Readability, Turndown. Its Markdown is where the popup's last expression finds it. */
import { Readability } from '@mozilla/readability';
import TurndownService from 'turndown';

const article = new Readability(document.cloneNode(true) as Document).parse();
const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
Object.assign(globalThis, { bareMarkdown: service.turndown(article?.content ?? '') });
