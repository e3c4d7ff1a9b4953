import { JSDOM } from 'jsdom';
import { openBlocks } from '../../../src/core/blocks/block-session.ts';
import { clipDocument } from '../../../src/core/clip-document.ts';
import type { ExtractedArticle } from '../../../src/core/model/article.ts';
import type { BlockAnswer, BlockTask } from '../../../src/core/model/page-blocks.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';

export interface ClippedWithBlocks {
  readonly article: ExtractedArticle;
  readonly answer: BlockAnswer;
}

/** Clips a page with the user's rule, a list of its blocks or a decision, as the extension and the command line do. */
export function clipWithBlocks(
  html: string,
  task: BlockTask,
  pick?: { story?: string; part?: string },
): ClippedWithBlocks {
  const url = 'https://news.example/lighthouse';
  const { document } = new JSDOM(html, { url }).window;
  const find = (selector: string | undefined): Element[] => {
    const element = selector === undefined ? null : document.querySelector(selector);
    return element ? [element] : [];
  };
  const [story] = find(pick?.story);
  const blocks = openBlocks(document, url, task, { ...(story ? { story } : {}), parts: find(pick?.part) });
  const now = new Date('2026-11-22T08:00:00Z');
  const { article } = clipDocument(document, { url, now, modules: ALL_MODULES, blocks });
  return { article, answer: blocks.answer };
}

/** The element that a story's HTML is parsed into. */
export function parseStory(html: string): HTMLElement {
  return new JSDOM(html).window.document.body;
}
