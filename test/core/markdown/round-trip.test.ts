import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { randomStory } from './random-story.ts';
import { render } from './render.ts';
import { shapeOf, textOf } from './shape.ts';

const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 100);

describe('a random story', () => {
  it('reads the same as Markdown, to the character', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const markdown = toMarkdown(story);
        expect(textOf(render(markdown)), markdown).toBe(textOf(story));
      }),
      { numRuns: runs },
    );
  });

  it('keeps its links, images, headings and bold letters', () => {
    fc.assert(
      fc.property(randomStory, (story) => {
        const markdown = toMarkdown(story);
        const { links, images, headings, bold } = shapeOf(render(markdown));
        const wanted = shapeOf(story);
        expect({ links, images, headings, bold }, markdown).toEqual({
          links: wanted.links,
          images: wanted.images,
          headings: wanted.headings,
          bold: wanted.bold,
        });
      }),
      { numRuns: runs },
    );
  });
});
