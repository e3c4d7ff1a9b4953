/** Defuddle with its Markdown, as its own clipper uses it. */
import Defuddle from 'defuddle/full';
import { compete } from './compete.ts';

compete({ clip: () => new Defuddle(document, { url: location.href, separateMarkdown: true }).parse().content.length });
