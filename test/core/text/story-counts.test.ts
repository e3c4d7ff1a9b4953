import { expect, it } from 'vitest';
import { countStory } from '../../../src/core/text/story-counts.ts';

it('counts words, paragraphs and images', () => {
  const markdown = [
    '# A heading that is no paragraph',
    'The board’s vote was 5–2.',
    '![a ferry](https://example.com/very/long/address.jpg "title")',
    '- one\n- two [linked](https://example.com/words-not-counted)',
    '---',
    '| a | b |\n| - | - |\n| c | d |',
  ].join('\n\n');
  expect(countStory(markdown)).toEqual({ length: 19, unit: 'words', paragraphs: 2, images: 1 });
});

it('counts each character of Chinese, and a foreign word in it as one', () => {
  expect(countStory('港口改用 Electric 渡轮。')).toEqual({ length: 7, unit: 'characters', paragraphs: 1, images: 0 });
});

it('takes for one word what a single mark joins', () => {
  const markdown = 'a state-of-the-art -dashed- ‘it’s’ one--two 3.14...\n\n- – …\n\né 𝒜b';
  expect(countStory(markdown)).toEqual({ length: 9, unit: 'words', paragraphs: 2, images: 0 });
});

it('finds nothing in nothing', () => {
  expect(countStory('')).toEqual({ length: 0, unit: 'words', paragraphs: 0, images: 0 });
});
