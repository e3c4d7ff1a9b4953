import { describe, expect, it } from 'vitest';
import { endAtWord } from '../../../src/core/text/end-at-word.ts';

describe('a text that is cut', () => {
  it.each([
    ['The harbour turns to elec', 'tric ferries', 'The harbour turns to'],
    ['The harbour turns', ' to electric ferries', 'The harbour turns'],
    ['港口改用电动', '渡轮', '港口改用电动'],
    ['港口改用 elec', 'tric 渡轮', '港口改用'],
    ['Donaudampfschiff', 'fahrt', 'Donaudampfschiff'],
    ['Порт переходит на элек', 'трические', 'Порт переходит на'],
    ['It’s the harbour’', 's own', 'It’s the harbour'],
  ])('ends at a word: %s|%s', (kept, rest, whole) => {
    expect(endAtWord(kept, rest)).toBe(whole);
  });
});
