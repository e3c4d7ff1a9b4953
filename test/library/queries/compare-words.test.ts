import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from '../../../src/library/queries/compare-words.ts';

const shown = (before: string, after: string): string | undefined =>
  compareWords(before, after)
    ?.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

test.each([
  ['渡轮将在星期一恢复行驶。', '渡轮将在星期二恢复行驶。', '渡轮将在星期[-一][+二]恢复行驶。'],
  ['港务局昨天说，渡轮停驶。', '港务局昨天说，全部渡轮停驶。', '港务局昨天说，[+全部]渡轮停驶。'],
  ['The ferry runs on Monday.', 'The ferry runs on Tuesday.', 'The ferry runs on [-Mon][+Tues]day.'],
  ['one two three', 'one three', 'one [-two ]three'],
])('%s → %s', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('another text is rewritten, not changed', () => {
  expect(compareWords('港务局昨天说，渡轮停驶。', 'An entirely different sentence')).toBeUndefined();
  expect(compareWords('a b '.repeat(20_000), 'c d '.repeat(20_000))).toBeUndefined();
});

test('a very long rewriting ends soon', () => {
  const words = (seed: number) => Array.from({ length: 6_000 }, (_, n) => `w${(n * seed) % 7919}`).join(' ');
  expect(compareWords(words(31), words(37))).toBeUndefined();
});

test('the stretches make up both texts, to the character', () => {
  const text = fc.string({ unit: fc.constantFrom('渡', '轮', '停', 'a', 'b', ' ', '，', '👍🏽', 'é', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = compareWords(before, after);
      if (!changes) return;
      const without = (kind: string) => changes.filter((change) => change.kind !== kind).map(({ text: part }) => part);
      expect(without('added').join('')).toBe(before);
      expect(without('removed').join('')).toBe(after);
    }),
  );
});
