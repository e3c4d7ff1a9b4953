import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/extract/clean/blocks.ts';
import { elementsInOrder } from '../../../src/core/extract/elements-in-order.ts';

const { document } = new JSDOM('').window;
// Readability leaves a document without its root where it takes the whole page for the story.
document.documentElement.remove();

/** A story as Readability returns it: a tree of its own, in no document. */
function tree(html: string): Element {
  const root = document.createElement('div');
  root.append(document.createRange().createContextualFragment(html));
  return root;
}

it('gives the elements of a tree in its order, although its document has lost its root', () => {
  const root = tree('<h2>One</h2><h1>Two</h1><h2>Three</h2>');
  const headings = elementsInOrder(root, ({ tagName }) => /^H[12]$/.test(tagName));
  expect(headings.map(({ textContent }) => textContent)).toEqual(['One', 'Two', 'Three']);
});

it('takes no block for a paragraph that holds others', () => {
  const root = tree(
    '<main><section class="row"><article><div class="body"><p>First.</p><h2>Second</h2><p>Third.</p></div></article></section></main>',
  );
  expect(blocksOf(root).map(({ text }) => text)).toEqual(['First.', 'Second', 'Third.']);
});
