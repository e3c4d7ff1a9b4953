import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page, STORY } from './page.ts';

const WHOLE = PARAGRAPHS.join('\n\n');

/** Ten paragraphs, each of its own, as a long read has them. */
const LONG = Array.from(
  { length: 10 },
  (_, index) =>
    `Part ${index + 1} of the report tells how the crew of watch number ${index + 1} carried the lens up the stairs, step by step, and what they said of it, and why, and to whom.`,
);

const html = (body: string, title = 'The lighthouse goes dark'): string =>
  `<html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

describe('a story that the search left in part', () => {
  it('has every row of a page builder, though each stands in boxes of its own', () => {
    const row = (inner: string) => `<div class="row"><div class="col"><div class="wrap">${inner}</div></div></div>`;
    const rows = LONG.map((text, index) =>
      row(
        index % 3 === 0
          ? `<h2>Watch ${index}</h2><div class="block"><p>${text}</p></div>`
          : `<div><p>${text}</p></div>`,
      ),
    );
    const { text } = extract(
      html(`<main><h1>The lighthouse goes dark</h1><div class="rows">${rows.join('')}</div></main>`),
    );
    for (const paragraph of LONG) expect(text).toContain(paragraph);
    expect(LONG.map((paragraph) => text.indexOf(paragraph))).toEqual(
      LONG.map((paragraph) => text.indexOf(paragraph)).toSorted((a, b) => a - b),
    );
  });

  it('has the entries of a numbered list with their texts, in order', () => {
    const entries = LONG.map(
      (text, index) =>
        `<li><div class="a b"><div class="n"></div><h2>Lamp ${index}</h2></div><div class="c"><img src="/${index}.jpg" alt=""><div class="t"><p>${text}</p><p><a href="https://shop.example/${index}">Compare prices of lamp ${index}</a></p><p><a href="https://shop.example/used/${index}">Compare used lamps</a></p></div></div></li>`,
    );
    const { text } = extract(
      html(`<div id="main"><h1>The lighthouse goes dark</h1><ol>${entries.join('')}</ol></div>`),
    );
    for (const paragraph of LONG) expect(text).toContain(paragraph);
  });

  it('does not begin with the header around its headline', () => {
    const title = 'The lighthouse goes dark on a night of bells, and the harbour finds its own way home by them';
    const summary =
      'The bells of the chapel were the lighthouse of the night, and those who rang them until morning say what they saw.';
    const head = `<div class="lede"><div><span>Business of the harbour, in the evening edition, by our own reporter</span><h1>${title}</h1></div><div><div class="summary">${summary}</div></div></div>`;
    expect(extract(html(`<main>${head}<div class="body">${STORY}</div></main>`, title)).text).toBe(WHOLE);
  });

  it('does not take ways to other stories back in', () => {
    const ways = `<div class="box"><p>More of the harbour:</p>${LONG.slice(0, 3)
      .map((text, at) => `<p><a href="/${at}">${text}</a></p>`)
      .join('')}</div>`;
    const middle = STORY.replace('</p>\n<p>Fishermen', `</p>${ways}<p>Fishermen`);
    expect(extract(page({ story: middle })).text).not.toContain('Part 1');
  });

  it('is not a short block below the headline where the page holds many times as much', () => {
    const opening = `<header><h1>The lighthouse goes dark</h1><section><p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]} ${PARAGRAPHS[2]}</p></section></header>`;
    const sections = LONG.map(
      (text, index) =>
        `<section aria-labelledby="s${index}"><h2 id="s${index}">Section ${index}</h2><div class="section-content"><p>${text}</p><pre>lamp --light ${index}</pre></div></section>`,
    );
    const { text } = extract(html(`<main><article class="page">${opening}${sections.join('')}</article></main>`));
    for (const paragraph of LONG) expect(text).toContain(paragraph);
  });

  it('is not a slot with a story’s name where the story is below the headline', () => {
    const slot = `<div class="post-body"><p>${PARAGRAPHS[0]}</p></div>`;
    const story = LONG.map((text) => `<p>${text}</p>`).join('');
    const { text } = extract(html(`<div><h1>The lighthouse goes dark</h1>${slot}<div class="fl">${story}</div></div>`));
    for (const paragraph of LONG) expect(text).toContain(paragraph);
  });
});

describe('names that condemn a whole story', () => {
  it('do not make a recipe of cookies a cookie notice', () => {
    const story = LONG.map((text) => `<p>${text}</p>`).join('');
    const recipe = `<h1>Ship’s biscuits</h1><div class="post category-cookies"><div class="text">${story}</div></div>`;
    for (const paragraph of LONG) expect(extract(html(recipe, 'Ship’s biscuits')).text).toContain(paragraph);
    const notice = `<div class="cookie-layer"><p>We use cookies and similar technologies to store and read information on your device, and so do our 812 partners.</p>${story}<button>Accept</button></div>`;
    expect(extract(page({ after: notice })).text).toBe(WHOLE);
  });

  it('do not make long sections with linked headings teasers', () => {
    const section = (text: string, index: number) =>
      `<article><h2><a href="https://shop.example/${index}">Lamp ${index}</a></h2>${`<p>${text}</p>`.repeat(5)}</article>`;
    const intro = `<div class="intro">${STORY}</div>`;
    const { text } = extract(html(`<main><h1>Ten lamps</h1>${intro}${LONG.map(section).join('')}</main>`, 'Ten lamps'));
    for (const paragraph of LONG) expect(text).toContain(paragraph);
  });
});

describe('lines that read like furniture', () => {
  it('stay where sections follow them: “About the book” below each of several books', () => {
    const books = LONG.map(
      (text, index) =>
        `<h2>Book ${index}</h2><p>${text}</p><h3>About the book</h3><p>It is bound in blue cloth, and tells of ${index} keepers.</p>`,
    );
    const { text } = extract(page({ story: STORY + books.join('') }));
    expect(text.match(/About the book/g)).toHaveLength(LONG.length);
    for (const paragraph of LONG) expect(text).toContain(paragraph);
  });

  it('stay as the heading of an entry that has a text of its own', () => {
    const events = LONG.slice(0, 3).map(
      (text, index) => `<h2>Join us in Harbour ${index} for the lamp fair</h2><p>${text} ${text} ${text}</p>`,
    );
    const { text } = extract(page({ story: STORY + events.join('') }));
    expect(text.match(/Join us in Harbour/g)).toHaveLength(3);
    expect(extract(page({ story: `${STORY}<h2>Join us on Facebook</h2><p>Like our page.</p>` })).text).not.toContain(
      'Join us',
    );
  });
});
