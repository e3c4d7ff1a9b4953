import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { authoredArticle } from '../../../src/core/authored-article.ts';
import { clipDocument } from '../../../src/core/clip-document.ts';
import { clipSelection } from '../../../src/core/clip-selection.ts';
import { completeArticle } from '../../../src/core/complete-article.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import type { Article } from '../../../src/core/model/article.ts';
import type { Modules } from '../../../src/core/model/modules.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';
import { authorsModule } from '../../../src/core/modules/authors-module.ts';
import { modulesOf, requiredModules } from '../../../src/core/modules/modules.ts';
import { page, STORY } from '../extract/page.ts';

const PAGES = new URL('../../pages/', import.meta.url);
const NOW = new Date('2026-11-22T08:00:00Z');
const URL_OF_PAGE = 'https://news.example/lighthouse';

function open(html: string): Document {
  return new JSDOM(html, { url: URL_OF_PAGE }).window.document;
}

function needs(html: string): ReturnType<typeof requiredModules> {
  const document = open(html);
  return requiredModules(document.documentElement, document);
}

function clip(html: string, modules: Partial<Modules>): Article {
  const { article, story } = clipDocument(open(html), { url: URL_OF_PAGE, now: NOW, modules });
  return completeArticle(authoredArticle(article, { authors: authorsModule, ...modules }), story, NOW);
}

describe('a page needs', () => {
  it('nothing but the script itself where it is English without formulas', () => {
    expect(needs(page())).toEqual([]);
    expect(needs(page({ lang: '' }))).toEqual([]);
  });

  it.each([
    ['a formula', '<p>so <span class="katex">x</span></p>'],
    ['MathML', '<p><math><mi>x</mi></math></p>'],
    ['a picture of a formula', '<p><img class="latex" src="/1.png" alt="\\frac{1}{2}"></p>'],
  ])('maths where there is %s', (_name, after) => {
    expect(needs(page({ after }))).toEqual(['maths']);
    expect(needs(page({ after: '<p><img src="/cat_photo.png" alt="a cat_photo"></p>' }))).toEqual([]);
  });

  it('the languages of Europe where it declares or shows one of them', () => {
    expect(needs(page({ lang: 'nl' }))).toEqual(['european']);
    expect(needs(page({ after: `<p>${'Das Schiff fährt später. '.repeat(11)}</p>` }))).toEqual(['european']);
    expect(needs('<p>Het schip komt later aan, zegt de havenmeester.')).toEqual(['european']);
  });

  it('neither for a name nor for a link to another edition', () => {
    expect(needs(page({ before: '<p>By Zoë Müller</p><a href="/zh">中文网</a> <a href="/es">Español</a>' }))).toEqual(
      [],
    );
  });

  it('those of East Asia where it shows one of them, whatever it declares', () => {
    expect(needs(page({ after: `<p>${'渡轮晚点。'.repeat(6)}</p>` }))).toEqual(['east-asian', 'sites']);
    expect(needs('<html lang="zh"><p>渡轮晚点</p>')).toEqual(['east-asian', 'sites']);
  });
});

describe('what a page does not need', () => {
  it.each(readdirSync(PAGES))('changes nothing in what becomes of it: %s', (slug) => {
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    expect(clip(html, modulesOf(needs(html), ALL_MODULES))).toEqual(clip(html, ALL_MODULES));
  });

  it.each([
    ['maths', '<p>The lamp turns once in <math alttext="t=2\\pi"><mi>t</mi></math> seconds, said the keeper.</p>'],
    [
      'european',
      `<p>Lesen Sie auch: <a href="/b">Die Fähre fährt später</a></p><p>${'Später fährt die Fähre öfter. '.repeat(6)}</p>`,
    ],
    ['east-asian', `<p>${'渡轮晚点，港口说。'.repeat(6)}</p><p>责任编辑：何大海</p>`],
  ] as const)('and what it needs does: %s', (name, after) => {
    const html = page({ story: STORY + after });
    const { [name]: _, ...others } = ALL_MODULES;
    expect(needs(html)).toContain(name);
    expect(clip(html, { [name]: ALL_MODULES[name] })).toEqual(clip(html, ALL_MODULES));
    expect(clip(html, others).markdown).not.toEqual(clip(html, ALL_MODULES).markdown);
  });
});

describe('a selection', () => {
  it('keeps its formulas, as the whole story does', () => {
    const document = open(page());
    const selected = document.createElement('div');
    selected.innerHTML = '<p>It turns in <math alttext="t=2\\pi"><mi>t</mi></math> seconds.</p>';
    const { story } = clipSelection(document, selected, { url: URL_OF_PAGE, now: NOW, modules: ALL_MODULES });
    expect(toMarkdown(story)).toBe('It turns in $t=2\\pi$ seconds.');
  });
});
