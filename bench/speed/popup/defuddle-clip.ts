/** Defuddle with its Markdown, as its own clipper uses it. */
import Defuddle from 'defuddle/full';

const article = new Defuddle(document, { url: location.href, separateMarkdown: true }).parse();
Object.assign(globalThis, { clippedText: article.contentMarkdown ?? '' });
