import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { extract, PARAGRAPHS } from './page.ts';

const markdownOf = (html: string): string => toMarkdown(extract(`<!doctype html><html lang="en">${html}`).root);

const LIVE = '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm"}</script>';

function live(entry: (n: number, text: string) => string, box = 'div', head = LIVE): string {
  const entries = PARAGRAPHS.map((text, at) => entry(at + 1, text)).join('');
  return markdownOf(`<title>Storm at sea</title>${head}<main><h1>Storm at sea</h1><${box}>${entries}</${box}></main>`);
}

const ALL = new RegExp(
  PARAGRAPHS.map((text, at) => `### 1${at + 1}:05 · Ann Quay\\s+${text.slice(0, 40)}`).join('[\\s\\S]*'),
);

describe('a live blog', () => {
  it('has the time and the author of each entry as a heading, in order', () => {
    const markdown = live(
      (n, text) =>
        `<article class="post"><header><time datetime="2026-11-03T1${n}:05Z">1${n}:05</time> <span class="author">Ann Quay</span></header><p>${text}</p></article>`,
    );
    expect(markdown).toMatch(ALL);
  });

  it('is told by its name as well, and may be a list', () => {
    const markdown = live(
      (n, text) => `<li><div class="time">1${n}:05</div><div class="author">By Ann Quay</div><p>${text}</p></li>`,
      'ul class="timeline"',
      '',
    );
    expect(markdown).toMatch(ALL);
  });

  it('keeps a time that is a part of a sentence where it is', () => {
    const markdown = live((n, text) => `<div><p><time>1${n}:05</time> ${text}</p></div>`);
    expect(markdown).toContain(`11:05 ${PARAGRAPHS[0]}`);
    expect(markdown).not.toContain('###');
  });

  it('says the moment of an entry that shows only how long ago it was', () => {
    const markdown = live(
      (n, text) => `<div><time datetime="2026-11-03T1${n}:05Z">${n}h ago</time><p>${text}</p></div>`,
    );
    expect(markdown).toContain('### 2026-11-03 11:05\n');
  });

  it('is no thread beside which a forum draws a line of time', () => {
    const post = (n: number, text: string) =>
      `<div class="post"><a class="username" href="/u/ann">ann</a> <time datetime="2026-11-03T1${n}:05Z">1${n}:05</time><div class="cooked"><p>${text}</p></div></div>`;
    const markdown = live(post, 'div', '<div class="topic-timeline"></div>');
    expect(markdown.match(/### ann · /g)).toHaveLength(PARAGRAPHS.length);
  });

  it('is no story with times in it', () => {
    const markdown = live((n, text) => `<div><time>1${n}:05</time><p>${text}</p></div>`, 'div', '');
    expect(markdown).not.toContain('###');
  });
});

const METHOD = `<section class="method"><h2>Method</h2><ol><li>Boil the potatoes.</li><li>${PARAGRAPHS[1]}</li><li>Bake it.</li></ol></section>`;
const LIST = '<h2>Ingredients</h2><ul><li><input type="checkbox"> 500 g fish</li><li>4 potatoes</li></ul>';

describe('a recipe', () => {
  it.each([
    ['a column beside it', `<aside class="ingredients-panel sidebar">${LIST}</aside>${METHOD}`],
    ['a box of the story', `<div class="ingredients">${LIST}</div>${METHOD}`],
  ])('has its ingredients before its steps, where they are in %s', (_, parts) => {
    const markdown = markdownOf(`<title>Fish pie</title><main><h1>Fish pie</h1><p>${PARAGRAPHS[0]}</p>${parts}</main>`);
    expect(markdown).toMatch(
      /## Ingredients\s+- 500 g fish\s+- 4 potatoes\s+## Method\s+1\. Boil the potatoes\.\s+2\./,
    );
    expect(markdown).toContain('3. Bake it.');
  });

  it('has no ingredient that only structured data states', () => {
    const head = '<script type="application/ld+json">{"@type":"Recipe","recipeIngredient":["1 leek"]}</script>';
    const markdown = markdownOf(
      `<title>Fish pie</title>${head}<main><h1>Fish pie</h1><p>${PARAGRAPHS[0]}</p>${METHOD}</main>`,
    );
    expect(markdown).not.toContain('leek');
  });
});
