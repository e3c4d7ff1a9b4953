import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { extract, STORY } from './page.ts';

/** A page on which no block is declared to be the story, so that Readability finds it. */
const markdownOf = (html: string): string => {
  const story = STORY.replace('</p>', `</p>${html}`);
  return toMarkdown(
    extract(
      `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><div class="wrap"><div class="inner"><h1>The lighthouse goes dark</h1>${story}</div></div></body></html>`,
    ).root,
  );
};

const NEXT = '<p>The new lens weighs two tons, and no cart on the cape can carry it up the hill in one piece.</p>';

describe('names that Readability takes for boilerplate', () => {
  it.each([
    ['a heading', `<h2 class="section-header">On lenses</h2>${NEXT}`, '## On lenses'],
    ['a heading in a box', `<div class="section-header"><h2>On lenses</h2></div>${NEXT}`, '## On lenses'],
    [
      'a heading and its line in a box',
      `<header class="sub-header"><h3>On lenses</h3><p>By weight</p></header>${NEXT}`,
      '### On lenses\n\nBy weight',
    ],
    ['a paragraph', '<p class="remark">Nobody was hurt.</p>', 'Nobody was hurt.'],
    ['a short paragraph by id', '<p id="banner-text">Nobody was hurt.</p>', 'Nobody was hurt.'],
    [
      'a term',
      `<dl><dt class="legends">Lens</dt><dd>A glass that bends light.</dd></dl>${NEXT}`,
      '**Lens**\n\n- A glass that bends light.',
    ],
    [
      'a list',
      `<ul class="menu-of-day"><li>Cod with leeks</li><li>Bread</li></ul>${NEXT}`,
      '- Cod with leeks\n- Bread',
    ],
    [
      'items',
      `<ol><li class="extra">Oil the hinge.</li><li class="extra">Light the wick.</li></ol>${NEXT}`,
      '1. Oil the hinge.\n2. Light the wick.',
    ],
    ['a quotation', `<blockquote class="community">We never slept.</blockquote>${NEXT}`, '> We never slept.'],
    [
      'a notice with a role',
      `<div role="alert" class="note"><p>Do not look into the lamp while it burns, not even for a moment.</p></div>${NEXT}`,
      'Do not look into the lamp',
    ],
    [
      'words in a sentence',
      '<p>They heard <span class="remark">the loudest bell</span> of all.</p>',
      'They heard the loudest bell of all.',
    ],
    [
      'a figure',
      `<div class="media"><figure><img src="/p.jpg"><figcaption>The pier</figcaption></figure></div>${NEXT}`,
      'The pier',
    ],
  ])('keep what is part of the text: %s', (_, html, expected) => {
    expect(markdownOf(html)).toContain(expected);
  });

  it('keep a footnote that a named item holds', () => {
    const html = `<p>Bells rang<sup><a href="#n1">1</a></sup>.</p>${NEXT}<ol><li id="n1" class="extra">Until midnight.</li></ol>`;
    expect(markdownOf(html)).toMatch(/\[\^1\]: Until midnight/);
  });
});

describe('a figure with running text beside it', () => {
  it.each(['media', 'promo', 'widget-image', 'share', 'related', 'sidebar'])('is kept in a box named %s', (name) => {
    const html = `<div class="${name}"><figure><img src="/p.jpg"><figcaption>The pier at night</figcaption></figure></div>${NEXT}`;
    expect(markdownOf(html)).toContain('/p.jpg)  \nThe pier at night');
  });

  it('goes where it leads to another page', () => {
    const html = `<div class="promo"><figure><a href="/other"><img src="/p.jpg"></a><figcaption>More of the pier</figcaption></figure></div>${NEXT}`;
    expect(markdownOf(html)).not.toContain('More of the pier');
  });
});

describe('headings of a text', () => {
  it('keep two levels apart', () => {
    const html = `<section><h1>Lenses</h1>${NEXT}<h2>Weight</h2>${NEXT}<h3>In tons</h3>${NEXT}</section>`;
    const markdown = markdownOf(html);
    expect(markdown).toContain('## Lenses\n');
    expect(markdown).toContain('### Weight\n');
    expect(markdown).toContain('#### In tons\n');
  });

  it('stay at their level where there is one', () => {
    expect(markdownOf(`<h1>Lenses</h1>${NEXT}<h3>In tons</h3>${NEXT}`)).toMatch(/^## Lenses\n[\s\S]*^### In tons\n/m);
  });
});
