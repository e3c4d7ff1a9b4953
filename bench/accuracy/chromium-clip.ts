/** The clip as the content script makes it, finished in the page; `chromium-system.ts` runs it there. */
import { snapshot } from '../../src/content/snapshot.ts';
import { authoredArticle } from '../../src/core/authored-article.ts';
import { clipDocument } from '../../src/core/clip-document.ts';
import { completeArticle } from '../../src/core/complete-article.ts';
import { ALL_MODULES } from '../../src/core/modules/all-modules.ts';
import { modulesOf, requiredModules } from '../../src/core/modules/modules.ts';

/** Clips the page that it runs in and returns the answer's fields as JSON. */
function jianbao(url: string, siteRules: boolean): string {
  const start = performance.now();
  try {
    const { copy } = snapshot(document);
    const now = new Date();
    const modules = modulesOf(requiredModules(copy.documentElement, copy), ALL_MODULES);
    const { article: extracted, story } = clipDocument(copy, { url, now, siteRules, modules });
    const { title, authors, published, siteName, language, text, markdown, html, warnings, trace } = completeArticle(
      authoredArticle(extracted, modules),
      story,
      now,
    );
    return JSON.stringify({
      title: title.value,
      authors: authors.value,
      published: published?.value ?? null,
      siteName: siteName.value,
      lang: language.value,
      ...{ text, markdown, html, warnings, trace },
      error: null,
      ms: performance.now() - start,
    });
  } catch (error) {
    return JSON.stringify({ text: '', markdown: '', error: String(error), ms: performance.now() - start });
  }
}

Object.assign(globalThis, { jianbao });
