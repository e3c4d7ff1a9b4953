import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

const box = (name: string, html: string): string =>
  `<div class="builder-element"><div class="builder-widget-wrap"><div class="builder-${name}">${html}</div></div></div>`;

describe('words that a site names all its boxes by', () => {
  it('keeps a story that a page builder cuts into widgets, its headings among them', () => {
    const story = PARAGRAPHS.map((text, index) =>
      [box('widget-heading', `<h2>Part ${index + 1} of the night</h2>`), box('widget-text', `<p>${text}</p>`)].join(''),
    ).join('');
    const { text } = extract(page({ story }));
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    expect(text).toContain('Part 3 of the night');
  });

  it('still drops a widget beside a story that is not made of them', () => {
    const after =
      '<div class="widget-latest"><h3>Latest</h3><p>The mayor opens a bridge, and a good crowd came to see her do it.</p></div>';
    expect(extract(page({ after })).text).not.toContain('The mayor');
  });

  it('drops a side bar in a box that is named after it', () => {
    const sidebar =
      '<div class="sidebar"><p>Our shop has lamps, bells, ropes and lenses at prices that nobody beats this week.</p></div>';
    const story = `<div class="content with-sidebar">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}${sidebar}</div>`;
    const { text } = extract(page({ story }));
    expect(text).toContain(PARAGRAPHS[4]);
    expect(text).not.toContain('Our shop');
  });

  it('keeps paragraphs that are named by the size of their letters', () => {
    const story = PARAGRAPHS.map((text, index) =>
      index === 2 ? `<p class="has-medium-font-size">${text}</p>` : `<p>${text}</p>`,
    ).join('');
    expect(extract(page({ story })).text).toContain(PARAGRAPHS[2]);
  });

  it('keeps a section whose id is made of the words of its heading', () => {
    const story = `${PARAGRAPHS.slice(1)
      .map((text) => `<p>${text}</p>`)
      .join('')}
      <div id="how-popular-are-bells"><h2>How popular are bells?</h2><p>${PARAGRAPHS[0]}</p></div>`;
    expect(extract(page({ story })).text).toContain(PARAGRAPHS[0]);
  });

  it('drops the side bar beside a post of a few links', () => {
    const widget =
      '<div class="widget-letter"><p>Leave your address and we shall write to you when there is more of this to read.</p></div>';
    const links = ['bells', 'lamps', 'ropes', 'sails', 'nets'].map(
      (word) => `<p><a href="https://${word}.example/">All about ${word} of the old harbour</a></p>`,
    );
    const { text } = extract(
      page({ story: `<div class="entry-content">${links.join('')}</div>`, after: widget.repeat(7) }),
    );
    expect(text).toContain('All about sails');
    expect(text).not.toContain('Leave your address');
  });
});
