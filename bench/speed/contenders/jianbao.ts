/** The whole clip as the content script makes it: snapshot, metadata, body, Markdown. */
import { clipPage } from '../../../src/content/clip-page.ts';
import { snapshot } from '../../../src/content/snapshot.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { compete } from './compete.ts';

let html = '';
let missing: readonly string[] = [];
let failure = '';

function clip(): number {
  const answer = clipPage();
  missing = 'wanted' in answer ? answer.wanted : [];
  failure = 'failure' in answer ? answer.failure.code : '';
  if (!('article' in answer)) return 0;
  html = answer.article.html;
  return answer.article.markdown.length;
}

/** The Markdown alone, of what the last clip left. */
function markdown(): number {
  return toMarkdown(new DOMParser().parseFromString(html, 'text/html').body).length;
}

compete({
  clip,
  missing: () => missing,
  failure: () => failure,
  snapshot: () => snapshot(document).copy.childNodes.length,
  markdown,
});
