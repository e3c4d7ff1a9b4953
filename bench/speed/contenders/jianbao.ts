/** The whole clip as the content script makes it: snapshot, metadata, body, Markdown. */
import { snapshot } from '../../../src/content/snapshot.ts';
import { clipDocument } from '../../../src/core/clip-document.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { compete } from './compete.ts';

let html = '';

function clip(): number {
  const { copy } = snapshot(document);
  const article = clipDocument(copy, { url: location.href, now: new Date() });
  html = article.html;
  return article.markdown.length;
}

/** The Markdown alone, of what the last clip left. */
function markdown(): number {
  return toMarkdown(new DOMParser().parseFromString(html, 'text/html').body).length;
}

compete({ clip, snapshot: () => snapshot(document).copy.childNodes.length, markdown });
