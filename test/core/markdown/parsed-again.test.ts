import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { clipDocument } from '../../../src/core/clip-document.ts';
import { mendTables } from '../../../src/core/extract/mend-tables.ts';
import { readText } from '../../../src/core/extract/story.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';

const PAGES = new URL('../../pages/', import.meta.url);

function parse(html: string): HTMLElement {
  return new JSDOM(html).window.document.body;
}

describe('the Markdown of a story', () => {
  it.each(readdirSync(PAGES))('is the same where its HTML was parsed again: %s', (slug) => {
    const page = new JSDOM(readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8'), {
      url: 'https://news.example/a',
    });
    const context = { url: 'https://news.example/a', now: new Date('2026-11-22T08:00:00Z'), modules: ALL_MODULES };
    const { article, story } = clipDocument(page.window.document, context);
    expect(toMarkdown(parse(article.html))).toBe(toMarkdown(story));
  });
});

/** Builds `<outer><inner>` as a script would, where a parser would not. */
function nest(outer: string, inner: string): (root: HTMLElement) => void {
  return (root) => {
    const { ownerDocument: document } = root;
    const parent = root.querySelector(outer);
    const child = document.createElement(inner);
    child.textContent = 'placed by a script';
    parent?.append(child, 'and text after it');
  };
}

describe('a tree that only a script can build', () => {
  it.each([
    ['a paragraph in a paragraph', '<p>one</p><p>two</p>', nest('p', 'p')],
    ['a heading in a heading', '<h2>one</h2><p>two</p>', nest('h2', 'h3')],
    ['a link in a link', '<p><a href="https://a.example/">one</a></p><p>two</p>', nest('a', 'a')],
    ['a block in a table', '<p>one</p><table><tr><td>cell</td></tr></table><p>two</p>', nest('table', 'div')],
    ['a block in a row', '<p>one</p><table><tr><td>cell</td></tr></table><p>two</p>', nest('tr', 'p')],
  ])('loses nothing and keeps its order: %s', (_what, html, build) => {
    const root = parse(html);
    build(root);
    mendTables(root);
    expect(readText(parse(root.innerHTML)).split(/\s+/)).toEqual(readText(root).split(/\s+/));
  });
});
