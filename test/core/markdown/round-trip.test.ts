import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { randomStory } from './random-story.ts';
import { render } from './render.ts';
import { shapeOf, textOf } from './shape.ts';

/** The same stories on every run; FAST_CHECK_RUNS=5000 goes looking for new ones. */
const wanted = process.env['FAST_CHECK_RUNS'];
const sample = wanted === undefined ? { numRuns: 100, seed: 20210716 } : { numRuns: Number(wanted) };

describe('a random story', () => {
  it('reads the same as Markdown, to the character', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const markdown = toMarkdown(story);
        expect(textOf(render(markdown)), markdown).toBe(textOf(story));
      }),
      sample,
    );
  });

  it('keeps its links, images, headings, lists, tables, code, quotations and bold letters', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const markdown = toMarkdown(story);
        expect(shapeOf(render(markdown)), markdown).toEqual(shapeOf(story));
      }),
      sample,
    );
  });
});
