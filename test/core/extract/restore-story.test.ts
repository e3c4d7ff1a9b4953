import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

const NAMES =
  'popular-box trending-box also-like more-stories teaser-list recommended-box read-next latest-news see-also up-next'.split(
    ' ',
  );

describe('a story in boxes that bear names of teasers', () => {
  it('is put back where little else is left of the page, in its order', () => {
    const boxes = NAMES.map((name, index) => `<div class="${name}"><p>${index}. ${PARAGRAPHS[index % 5]}</p></div>`);
    const { text, trace } = extract(page({ story: boxes.join('') }));
    const places = NAMES.map((_, index) => text.indexOf(`${index}. `));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain(`8. ${PARAGRAPHS[3]}`);
    expect(trace.filter(({ pass }) => pass === 'related')).toEqual([]);
  });
});
