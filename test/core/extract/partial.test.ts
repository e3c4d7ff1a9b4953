import { expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

const few = PARAGRAPHS.slice(0, 3)
  .map((text) => `<p>${text}</p>`)
  .join('');
const rest = PARAGRAPHS.map((text) => `<p>On the next day, too: ${text}</p>`).join('');

function paged(beside: string): string {
  return `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><div><h1>The lighthouse goes dark</h1><div class="entry-content">${few}${few.replaceAll('<p>', '<p>Again: ')}</div></div>${beside}</body></html>`;
}

it('says that running text below the headline is not in the story', () => {
  const { text, warnings } = extract(paged(`<div><section>${rest}</section></div>`));
  expect(text).not.toContain('On the next day');
  expect(warnings).toContain('body-partial');
});

it('says nothing of text beside the story, or where nothing is left', () => {
  for (const beside of [`<aside>${rest}</aside>`, `<footer>${rest}</footer>`, '']) {
    expect(extract(paged(beside)).warnings).not.toContain('body-partial');
  }
  expect(extract(page()).warnings).toEqual(extract(page({ after: `<nav>${rest}</nav>` })).warnings);
});

const card = (at: number): string =>
  `<article><h2><a href="/lamp-${at}">Lamp ${at}</a></h2><p>${PARAGRAPHS[at % 5]} That was in the year ${1900 + at}.</p></article>`;

it('says that a pass took most of the text for teasers', () => {
  const after = Array.from({ length: 12 }, (_, at) => card(at)).join('');
  const { text, warnings } = extract(page({ after }));
  expect(text).not.toContain('in the year');
  expect(warnings).toContain('body-partial');
});

it('says nothing of a few teasers', () => {
  expect(extract(page({ after: card(1) + card(2) })).warnings).not.toContain('body-partial');
});
