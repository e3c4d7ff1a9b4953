import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS } from './page.ts';

const SECTIONS: readonly (readonly [id: string, heading: string, inside: string])[] = [
  ['setup', 'Setup', `<p>${PARAGRAPHS[0]}</p><pre><code>lamp --light 3</code></pre>`],
  [
    'options',
    'Options',
    '<dl><dt><a href="/lamp/light">light</a></dt><dd>How bright it is.</dd><dt><a href="/lamp/turn">turn</a></dt><dd>How fast.</dd></dl>',
  ],
  ['share-a-lamp', 'Two keepers', `<p>${PARAGRAPHS[1]}</p><p>Related: <a href="/lamp/keys">keys</a></p>`],
  [
    'see-also',
    'See also',
    '<ul><li><a href="/lamp/oil">Oils and wicks</a></li><li><a href="/lamp/bell">Bells</a></li></ul>',
  ],
];

const contents = SECTIONS.map(([id, heading]) => `<li><a href="#${id}">${heading}</a></li>`).join('');

const manual = (head = ''): string =>
  `<html lang="en"><head><title>The lamp command</title>${head}</head><body><nav><a href="/">Lamps</a></nav><div class="sidebar"><ul>${contents}</ul></div>
  <main><h1>The lamp command</h1><p>In this article</p><ul>${contents}</ul><p>Turns the lamp, and sets how bright it is.</p>${SECTIONS.map(([id, heading, inside]) => `<section id="${id}"><h2>${heading}</h2>${inside}</section>`).join('')}<p>Was this page helpful?</p></main></body></html>`;

it('keeps all sections of a manual, with definitions, code and links, under their headings', () => {
  const { root, text, warnings } = extract(manual(), 'https://lamps.example/lamp/');
  expect(Array.from(root.querySelectorAll('h2'), ({ textContent }) => textContent)).toEqual(
    SECTIONS.map(([, heading]) => heading),
  );
  for (const words of ['sets how bright', 'lamp --light 3', 'How fast.', 'Related: keys', 'Oils and wicks', 'Bells'])
    expect(text).toContain(words);
  expect(text).not.toMatch(/In this article|helpful/);
  expect(text.match(/Two keepers/g)).toHaveLength(1);
  expect(warnings).not.toContain('body-partial');
});

it('reads what states that it is an article as one', () => {
  const stating = manual('<script type="application/ld+json">{"@type": "NewsArticle"}</script>');
  expect(extract(stating, 'https://lamps.example/lamp/').text).not.toContain('Oils and wicks');
});

it('keeps a section of an article whose id a share bar might bear, where its heading leads to it', () => {
  const section = `<div id="SHARE-BAR"><h2>Bars that share a lamp <a href="#SHARE-BAR">#</a></h2><p>Two bars.</p></div>`;
  const html = `<html><head><title>Lamps for two</title></head><body><article><h1>Lamps for two</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}${section}<p>${PARAGRAPHS[2]}</p></article></body></html>`;
  expect(extract(html).text).toContain('Two bars.');
});

it('leaves the signs out that lead from a heading or a term to itself', () => {
  const html = manual()
    .replaceAll('</h2>', '<a href="#x" title="Link to this heading">¶</a></h2>')
    .replaceAll('</dt>', '<a href="#y">#</a></dt>');
  const { root } = extract(html, 'https://lamps.example/lamp/');
  expect(root.querySelector('h2')?.innerHTML).toBe('Setup');
  expect(root.querySelector('dt')?.textContent).toBe('light');
});

describe('a chapter that only lists its parts', () => {
  const parts = ['Wicks', 'Oils', 'Lenses', 'Bells'].map(
    (name, at) =>
      `<dt><a href="/lamp/${at}.html">4.${at + 1}. ${name}</a></dt><dd><dl><dt><a href="/lamp/${at}.html#use">4.${at + 1}.1. Use</a></dt></dl></dd>`,
  );
  const chapter = (list: string, head = ''): string =>
    `<html lang="en"><head><title>Chapter 4. Lamps</title>${head}</head><body><nav><a href="/">Manual</a></nav><p>Other editions: <a href="/3/">3</a></p><div class="chapter"><h2>Chapter 4. Lamps</h2><div class="toc"><p><b>Table of contents</b></p>${list}</div></div></body></html>`;
  const preview = '<meta property="og:type" content="article">';

  it('is kept with its list, also where its preview calls it an article', () => {
    for (const html of [chapter(`<dl>${parts.join('')}</dl>`), chapter(`<dl>${parts.join('')}</dl>`, preview)]) {
      const { text, warnings } = extract(html, 'https://lamps.example/lamp/');
      expect(text).toBe(
        ['Wicks', 'Oils', 'Lenses', 'Bells']
          .map((name, at) => `4.${at + 1}. ${name}\n\n4.${at + 1}.1. Use`)
          .join('\n\n'),
      );
      expect(warnings).not.toContain('body-uncertain');
    }
  });

  it('is no list of stories', () => {
    const stories = ['Lamp goes dark', 'Bells ring', 'Boat comes home', 'Oil runs short'];
    const list = stories.map((name, at) => `<li><a href="/2024/${at}">${name}</a></li>`).join('');
    expect(() => extract(chapter(`<ul>${list}</ul>`), 'https://lamps.example/')).toThrow();
  });
});
