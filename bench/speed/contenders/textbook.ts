/** The textbook clipper: a clone, Readability, Turndown on its HTML. */
import { Readability } from '@mozilla/readability';
import TurndownService from 'turndown';
import { compete } from './compete.ts';

compete({
  clip() {
    const article = new Readability(document.cloneNode(true) as Document).parse();
    return new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' }).turndown(article?.content ?? '')
      .length;
  },
});
