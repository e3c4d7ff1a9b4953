import { describe, expect, it } from 'vitest';
import { align } from '../../../src/core/highlights/align.ts';

const codes = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

describe('aligning a pattern with a text', () => {
  it('finds it whole', () => {
    expect(align(codes('bell'), codes('the bell rang'))).toEqual({ distance: 0, start: 4, end: 8 });
  });

  it('counts replaced, added and dropped letters', () => {
    expect(align(codes('fourteen bells'), codes('the fifteen bell')).distance).toBe(4);
  });

  it('tells where the inner part is, without what was added behind it', () => {
    const text = 'The old bell, cracked, rang.';
    const { start, end } = align(codes('Theoldbellrang.'), codes(text.replace(/ /g, '')), { from: 3, to: 10 });
    expect(text.replace(/ /g, '').slice(start, end)).toBe('oldbell');
  });

  it('begins at the first unit where it is told to', () => {
    expect(align(codes('bell'), codes('the bell'), undefined, true).distance).toBeGreaterThan(0);
    expect(align(codes('bell'), codes('bells'), undefined, true).distance).toBe(0);
  });
});
