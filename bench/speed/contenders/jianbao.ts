/** The clip as the content script makes it, and what the popup does with it then. */
import { clipPage } from '../../../src/content/clip-page.ts';
import { snapshot } from '../../../src/content/snapshot.ts';
import { authoredArticle } from '../../../src/core/authored-article.ts';
import type { ExtractedArticle } from '../../../src/core/model/article.ts';
import { registeredModules } from '../../../src/core/modules/registered-modules.ts';
import { compete } from './compete.ts';

let article: ExtractedArticle | undefined;
let missing: readonly string[] = [];
let failure = '';

async function clip(): Promise<number> {
  const answer = await clipPage();
  missing = 'wanted' in answer ? answer.wanted : [];
  failure = 'failure' in answer ? answer.failure.code : '';
  article = 'article' in answer && 'dates' in answer.article ? answer.article : undefined;
  return article?.html.length ?? 0;
}

/** Finishes what the last clip left, its HTML parsed anew as in the popup. What does it is to be started first. */
function complete(): number {
  if (!article) return 0;
  const story = new DOMParser().parseFromString(article.html, 'text/html').body;
  const modules = registeredModules(globalThis);
  return modules.complete?.completeArticle(authoredArticle(article, modules), story, new Date()).markdown.length ?? 0;
}

compete({
  clip,
  missing: () => missing,
  failure: () => failure,
  snapshot: () => snapshot(document).copy.childNodes.length,
  complete,
});
