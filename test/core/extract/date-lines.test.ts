import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

/** A story that ends with a line. */
function clip(line: string, lang = 'en'): string {
  const story = [...PARAGRAPHS, line].map((text) => `<p>${text}</p>`).join('\n');
  return extract(page({ story, lang })).text;
}

const SENTENCES: readonly (readonly [string, string])[] = [
  ['en', 'The inquest will resume on 4 October 2026.'],
  ['en', 'He died on 4 October 1936.'],
  ['en', 'It opens on March 3, 2027, they said.'],
  ['en', '“I was born on March 3, 1927.”'],
  ['en', 'The hearing is on 2026-10-04!'],
  ['de', 'Er starb am 4. Oktober 1936.'],
  ['fr', 'Le procès reprendra le 4 octobre 2026.'],
  ['zh', '法院将于2026年10月4日宣判。'],
  ['zh', '他于1936年10月4日去世。'],
  ['ja', '裁判は2026年10月4日に再開される。'],
];

const DATES = [
  '4 October 2026',
  'Sunday, 4 October 2026, 10:00 a.m.',
  'March 3, 2027 at 5:30 p.m.',
  'Maud Ellery | 4 October 2026',
  '2026-10-04 10:00',
];

describe('a line with a date at the end of a story', () => {
  it.each(SENTENCES)('stays where it is a sentence (%s): %s', (lang, line) => {
    expect(clip(line, lang)).toContain(line);
  });

  it.each(DATES)('is left out where it is a date: %s', (line) => {
    expect(clip(line)).not.toContain(line);
  });

  it('stays where it is a note', () => {
    const noted = `${PARAGRAPHS[0]}<sup><a href="#n1" id="r1">1</a></sup>`;
    const note = '<ol><li id="n1">The Courier, 4 October 1936 <a href="#r1">↩</a></li></ol>';
    const story = [`<p>${noted}</p>`, ...PARAGRAPHS.slice(1).map((text) => `<p>${text}</p>`), note].join('');
    expect(extract(page({ story })).text).toContain('The Courier, 4 October 1936');
  });
});
