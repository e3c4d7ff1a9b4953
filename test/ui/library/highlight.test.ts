import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsOf } from '../../../src/library/queries/search-clips.ts';
import { highlight, snippet } from '../../../src/ui/library/highlight.ts';

test('marks every term, in any case and width', () => {
  expect(highlight('印太战略与 Ferry', termsOf('印太 ＦＥＲＲＹ'))).toEqual([
    { text: '印太', hit: true },
    { text: '战略与 ', hit: false },
    { text: 'Ferry', hit: true },
  ]);
  expect(highlight('ﬁne ferry', termsOf('ferry')).at(-1)).toEqual({ text: 'ferry', hit: true });
});

test('loses no character of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 6 }), (text, query) => {
      expect(
        highlight(text, termsOf(query))
          .map((stretch) => stretch.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('shows the place where a term stands', () => {
  const text = `${'前文。'.repeat(50)}印太战略${'后文。'.repeat(50)}`;
  expect(snippet(text, ['印太'], 60)).toMatch(/^….{24}印太战略/);
  expect(snippet(text, [], 6)).toBe('前文。前文。…');
  const english = `${'before it '.repeat(9)}the ferry ${'after it '.repeat(9)}`;
  expect(snippet(english, ['ferry'], 48)).toBe('…it before it the ferry after it after it after…');
});
