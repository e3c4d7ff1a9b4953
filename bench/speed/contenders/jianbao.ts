/** The clip as the content script makes it (snapshot, metadata, body), and the Markdown as the popup writes it then. */
import { clipPage } from '../../../src/content/clip-page.ts';
import { snapshot } from '../../../src/content/snapshot.ts';
import type { PageArticle } from '../../../src/core/article.ts';
import { partsIn } from '../../../src/core/parts/brought-parts.ts';
import { compete } from './compete.ts';

let article: PageArticle | undefined;
let missing: readonly string[] = [];
let failure = '';

function clip(): number {
  const answer = clipPage();
  missing = 'wanted' in answer ? answer.wanted : [];
  failure = 'failure' in answer ? answer.failure.code : '';
  if (!('article' in answer)) return 0;
  article = answer.article;
  return article.html.length;
}

/** The Markdown of what the last clip left, parsed anew as in the popup. Its script is to be started first. */
function markdown(): number {
  if (!article) return 0;
  const story = new DOMParser().parseFromString(article.html, 'text/html').body;
  return partsIn(globalThis).markdown?.toMarkdown(story).length ?? 0;
}

compete({
  clip,
  missing: () => missing,
  failure: () => failure,
  snapshot: () => snapshot(document).copy.childNodes.length,
  markdown,
});
