import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clip } from '../../../src/library/model/clip.ts';
import { clipRow } from '../../../src/library/model/clip-row.ts';
import { createSearch } from '../../../src/library/queries/search-clips.ts';
import { saveRequest } from '../../fakes/story.ts';

function clip(id: string, changes: Partial<Clip> = {}): Clip {
  const { draft, article, presetId } = saveRequest(id);
  return { ...clipRow({ id, draft, text: article.text, direction: 'ltr', presetId, now: 0 }), ...changes };
}

test('finds two characters of Chinese wherever they stand', () => {
  const search = createSearch();
  search.put(clip('a'), '中国外长批评印太战略充满冷战思维');
  search.put(clip('b'), '太平洋与印度洋');
  expect([...search.find('印太')]).toEqual(['a']);
  expect([...search.find('战思')]).toEqual(['a']);
});

test('finds in titles, authors, sites, tags and notes, without case and in either width', () => {
  const search = createSearch();
  search.put(clip('a', { title: 'The FERRY is back', tags: ['Ｈｏｎｇ Kong'], notes: 'Ask about Fares' }), '');
  for (const query of ['ferry', 'hong', '林小月', '海港日报', 'ｆａｒｅｓ', 'back FERRY']) {
    expect([...search.find(query)], query).toEqual(['a']);
  }
  expect(search.find('ferry train').size).toBe(0);
});

test('quoted words are one term', () => {
  const search = createSearch();
  search.put(clip('a'), 'the night ferry');
  search.put(clip('b'), 'a ferry at night');
  expect([...search.find('"night ferry"')]).toEqual(['a']);
  expect(search.find('night ferry').size).toBe(2);
});

test('keeps in step with what is changed and removed', () => {
  const search = createSearch();
  search.put(clip('a'), 'ferry');
  search.put(clip('a', { title: 'tram' }));
  expect([...search.find('tram ferry')]).toEqual(['a']);
  search.put(clip('a', { title: 'tram' }), 'bus');
  expect(search.find('ferry').size).toBe(0);
  search.remove('a');
  expect(search.find('').size).toBe(0);
});

test('typing on finds what asking at once finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('印', '太', 'a', 'B', ' '), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), letters, (texts, query) => {
      const typed = createSearch();
      const asked = createSearch();
      for (const [n, text] of texts.entries()) {
        typed.put(clip(`${n}`, { title: '', tags: [] }), text);
        asked.put(clip(`${n}`, { title: '', tags: [] }), text);
      }
      for (let n = 1; n < query.length; n++) typed.find(query.slice(0, n));
      expect(typed.find(query)).toEqual(asked.find(query));
    }),
  );
});
