import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawnBlocks } from '../../../src/core/extract/prepare/drawn-blocks.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { drawByStyleSheets } from '../../../src/core/static-page/draw-by-style-sheets.ts';

const markdownOf = (style: string, html: string): string => {
  const { document } = new JSDOM(`<style>${style}</style><body>${html}</body>`).window;
  drawByStyleSheets(document, document.styleSheets);
  document.querySelector('style')?.remove();
  drawnBlocks(document.body);
  return toMarkdown(document.body);
};

describe('elements that style sheets draw as blocks', () => {
  it.each([
    ['custom elements', 'x-p{display:block}', '<div><x-p>One.</x-p><x-p>Two.</x-p></div>', 'One.\n\nTwo.'],
    ['spans', '.l{display:block}', '<div><span class="l">One.</span><span class="l">Two.</span></div>', 'One.\n\nTwo.'],
    [
      'parts of a heading',
      '.k{display:block}',
      '<h2><span class="k">Chapter one</span><span>The flood</span></h2>',
      '## Chapter one The flood',
    ],
    [
      'a name above its words',
      '.n{display:block}',
      '<div><span class="n">Wik</span><span>At sixteen.</span></div>',
      'Wik\n\nAt sixteen.',
    ],
    ['a name in a paragraph', '.n{display:block}', '<p><b class="n">Wik</b>At sixteen.</p>', '**Wik**  \nAt sixteen.'],
    [
      'the later of two rules',
      'i{display:block} .n{display:inline}',
      '<p>On <i class="n">Sunday</i>s</p>',
      'On *Sunday*s',
    ],
    [
      'a small line in a link',
      'small{display:block}',
      '<p><a href="https://a.example/">Bells<small>Nine hours</small></a></p>',
      '[Bells  \nNine hours](https://a.example/)',
    ],
  ])('are parted: %s', (_, style, html, expected) => {
    expect(markdownOf(style, html)).toBe(expected);
  });
});
