import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, countChanges } from '../../../src/library/queries/compare-texts.ts';

const text = (...paragraphs: string[]) => paragraphs.join('\n\n');

test('the same text has no changes, however its white space runs', () => {
  const changes = compareTexts(text('渡轮  停驶。', '明天恢复。'), text('渡轮 停驶。', ' 明天恢复。\n'));
  expect(countChanges(changes)).toBe(0);
});

test('says which paragraph was rewritten, put in and taken out', () => {
  expect(compareTexts(text('a', 'b', 'c', 'd'), text('a', 'B', 'c', 'new', 'd', 'end'))).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'changed', before: 'b', after: 'B' },
    { kind: 'same', text: 'c' },
    { kind: 'added', after: 'new' },
    { kind: 'same', text: 'd' },
    { kind: 'added', after: 'end' },
  ]);
  expect(compareTexts(text('a', 'b'), text('b'))).toEqual([
    { kind: 'removed', before: 'a' },
    { kind: 'same', text: 'b' },
  ]);
});

test('carried out on the old text, the changes give the new one', () => {
  const paragraphs = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', 'e'), { maxLength: 12 });
  fc.assert(
    fc.property(paragraphs, paragraphs, (old, fresh) => {
      const changes = compareTexts(text(...old), text(...fresh));
      expect(changes.flatMap((c) => ('after' in c ? [c.after] : c.kind === 'same' ? [c.text] : []))).toEqual(fresh);
      expect(changes.flatMap((c) => ('before' in c ? [c.before] : c.kind === 'same' ? [c.text] : []))).toEqual(old);
    }),
  );
});

test('very long texts are compared too, more coarsely', () => {
  const long = (mark: string) => text('head', ...Array.from({ length: 3000 }, (_, n) => `${mark}${n}`), 'tail');
  const changes = compareTexts(long('a'), long('b'));
  expect(countChanges(changes)).toBe(3000);
  expect(changes).toHaveLength(3002);
});
