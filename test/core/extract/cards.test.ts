import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

const card = (text: string, index: number): string =>
  `<article><h2><a href="https://lamps.example/${index}">Lamp number ${index}</a></h2><p>${text}</p></article>`;

describe('articles whose headings are links', () => {
  it('are the story where they hold most of the page', () => {
    const { text } = extract(page({ story: PARAGRAPHS.map(card).join('') }));
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  it('are other stories beside a story of its own', () => {
    const { text } = extract(
      page({ after: card('A lamp that was sold at the spring fair for more than anybody thought.', 1) }),
    );
    expect(text).toContain(PARAGRAPHS[0]);
    expect(text).not.toContain('spring fair');
  });
});
