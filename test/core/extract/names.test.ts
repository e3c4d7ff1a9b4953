import { describe, expect, it } from 'vitest';
import { normaliseNames } from '../../../src/core/extract/clean/names.ts';

describe('names are normalised', () => {
  it.each([
    ['relatedPosts__item big', '-related-posts-item- -big-'],
    ['share-bar', '-share-bar-'],
    ['  a\n\tb ', '-- -a- -b- --'],
    ['__x__', '--x--'],
    ['', '--'],
  ])('%j', (raw, names) => expect(normaliseNames([raw])).toEqual([names]));

  it('each by itself, whatever is beside it', () => {
    const raws = ['__x__', 'B ', ' c', '', 'D4E f', '__'];
    expect(normaliseNames(raws)).toEqual(raws.flatMap((raw) => normaliseNames([raw])));
  });

  it('as a space where they hold the sign between them', () => {
    expect(normaliseNames(['a\vb', 'c', '\v'])).toEqual(['-a- -b-', '-c-', '-- --']);
  });

  it('where there are none', () => expect(normaliseNames([]).length).toBeLessThanOrEqual(1));
});
