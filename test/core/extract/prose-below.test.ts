import { JSDOM } from 'jsdom';
import { afterEach, expect, it, vi } from 'vitest';
import { TextMeasure } from '../../../src/core/extract/clean/text-measure.ts';
import { proseBelow } from '../../../src/core/extract/is-partial.ts';

afterEach(() => vi.restoreAllMocks());

const SENTENCE = 'The night ferry was late again, the harbour office said, and nobody could say why it was.';

/** So many paragraphs before a heading and after it, each with its number. */
function pageOf(before: number, after: number): { page: Element; heading: Element; window: JSDOM['window'] } {
  const paragraphs = (count: number, name: string): string =>
    Array.from({ length: count }, (_, at) => `<p>${name} ${at}: ${SENTENCE}</p>`).join('');
  const html = `<main>${paragraphs(before, 'Before')}<h1>Ferries</h1>${paragraphs(after, 'After')}</main>`;
  const { window } = new JSDOM(html);
  const heading = window.document.querySelector('h1');
  if (!heading) throw new Error('the page has no heading');
  return { page: window.document.body, heading, window };
}

it.each([
  [0, 5],
  [5, 0],
  [1, 1],
  [7, 3],
  [2, 9],
])('returns what follows the heading: %i texts before it, %i after it', (before, after) => {
  const { page, heading } = pageOf(before, after);
  const texts = proseBelow(heading, page, new TextMeasure(page)).map(({ node }) => node.nodeValue);
  expect(texts).toEqual(Array.from({ length: after }, (_, at) => `After ${at}: ${SENTENCE}`));
});

it('returns all prose where there is no heading', () => {
  const { page } = pageOf(2, 2);
  expect(proseBelow(undefined, page, new TextMeasure(page))).toHaveLength(4);
});

// An engine compares two places by counting through their siblings: once for every text, a large page takes seconds.
it('compares few places of a large page', () => {
  const { page, heading, window } = pageOf(200, 200);
  const compare = vi.spyOn(window.Node.prototype, 'compareDocumentPosition');
  expect(proseBelow(heading, page, new TextMeasure(page))).toHaveLength(200);
  expect(compare).toHaveBeenCalled();
  expect(compare.mock.calls.length).toBeLessThan(20);
});
