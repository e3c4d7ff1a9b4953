import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS } from './page.ts';

const row = (html: string, name = 'text-block'): string =>
  `<div class="row"><div class="column"><div class="wrapper"><div class="${name}">${html}</div></div></div></div>`;

function pageOf(rows: readonly string[], after = ''): string {
  return `<!doctype html><html lang="en"><head><title>The lighthouse goes dark</title></head><body><main>
${row('<h1>The lighthouse goes dark</h1>', 'title-block')}${rows.join('\n')}</main>${after}</body></html>`;
}

/** The story's first section is long enough for Readability; the rows after it hold a paragraph each. */
const FIRST = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const LATER = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map(
  (word) =>
    `<p>The ${word} witness had been on the pier since noon and saw the lamp go out before the bells began to ring.</p>`,
);

describe('a story in rows that are alike', () => {
  it('is taken whole, in order', () => {
    const { text } = extract(pageOf([FIRST, ...LATER].map((html) => row(html))));
    const places = ['lighthouse at Cape', 'first witness', 'third witness', 'sixth witness'].map((part) =>
      text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('takes in no posts of a list, each an article', () => {
    const posts = LATER.map((html) => `<article><h2>Another night</h2>${row(html)}</article>`);
    const { text } = extract(pageOf([`<article>${row(FIRST)}</article>`], posts.join('')));
    expect(text).toContain('lighthouse at Cape');
    expect(text).not.toContain('third witness');
  });
});
