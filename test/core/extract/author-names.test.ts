import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { authoredArticle } from '../../../src/core/authored-article.ts';
import { clipDocument } from '../../../src/core/clip-document.ts';
import type { ExtractedArticle } from '../../../src/core/model/article.ts';
import type { Modules } from '../../../src/core/model/modules.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';
import { page, STORY } from './page.ts';

const { authors: readers, ...WITHOUT_AUTHORS } = ALL_MODULES;
const META = '<meta name="author" content="Ann Lee">';
const BIOGRAPHY = '<p>Ann Lee covers the harbour for the Gazette.</p>';

function clip(html: string, modules: Partial<Modules>): ExtractedArticle {
  const url = 'https://news.example/lighthouse';
  const { document } = new JSDOM(html, { url }).window;
  const { article } = clipDocument(document, { url, now: new Date('2026-11-22T08:00:00Z'), modules });
  // As it arrives from the page.
  return JSON.parse(JSON.stringify(article));
}

/** Whether the popup has the page read again, now that it has read the authors. */
function isReadAgain(article: ExtractedArticle): boolean {
  return readers.isNamedIn(authoredArticle(article, ALL_MODULES).authors.value, article.undecided);
}

describe('a story that was taken out of its page before its authors were read', () => {
  it.each([
    ['a byline in it', `<p>Ann Lee</p>${STORY}`],
    ['a biography behind it', `${STORY}${BIOGRAPHY}`],
  ])('is taken again with %s', (_, story) => {
    const html = page({ head: META, story });
    const article = clip(html, WITHOUT_AUTHORS);
    expect(article.text).toContain('Ann Lee');
    expect(isReadAgain(article)).toBe(true);
    expect(clip(html, ALL_MODULES).text).not.toContain('Ann Lee');
  });

  it.each([
    ['short lines', `<p>Bo Ek</p>${STORY}<p>Bo Ek is the sexton.</p>`],
    ['no line that may be a name', STORY],
  ])('is the same with %s', (_, story) => {
    const html = page({ head: META, story });
    const article = clip(html, WITHOUT_AUTHORS);
    expect(isReadAgain(article)).toBe(false);
    const { authors: _evidence, undecided: _lines, ...rest } = article;
    expect(clip(html, ALL_MODULES)).toMatchObject(rest);
  });
});
