import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { composeStory } from '../../../src/core/blocks/compose-story.ts';
import { storyUnits, unitText } from '../../../src/core/blocks/story-units.ts';
import { clipDocument } from '../../../src/core/clip-document.ts';
import type { DroppedBlock, PageBlocks } from '../../../src/core/model/page-blocks.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';
import { PARAGRAPHS, page } from '../extract/page.ts';
import { clipWithBlocks, parseStory } from './clip-with-blocks.ts';

const [FIRST = '', SECOND = '', THIRD = '', FOURTH = '', FIFTH = ''] = PARAGRAPHS;

function listed(html: string): PageBlocks {
  const { blocks } = clipWithBlocks(html, { list: true }).answer;
  if (!blocks) throw new Error('no blocks');
  return blocks;
}

/** The blocks of a page in their order: those of the story by their text, the others in brackets with the pass. */
function inOrder({ html, dropped }: PageBlocks): string[] {
  const units = storyUnits(parseStory(html)).map((unit) => unitText(unit).slice(0, 20));
  const lines = (after: number): string[] =>
    dropped.filter((block) => block.after === after).map(({ pass, text }) => `[${pass}] ${text.slice(0, 20)}`);
  return [...lines(-1), ...units.flatMap((unit, at) => [unit, ...lines(at)])];
}

function composed(
  blocks: PageBlocks,
  out: readonly number[],
  ...back: readonly (DroppedBlock | undefined)[]
): string[] {
  const story = parseStory(blocks.html);
  composeStory(story, { out, back: back.filter((block) => block !== undefined) }, parseStory);
  return storyUnits(story).map((unit) => unitText(unit).slice(0, 30));
}

const RELATED =
  '<aside class="related-stories"><h3>Read more</h3><p>A boat came home late and nobody minded.</p></aside>';

describe('the list of a page’s blocks', () => {
  it('has them in the order of the page, each dropped one with its pass', () => {
    const html = page({
      before: '<nav><a href="/">Front page</a></nav>',
      story: `<p>${FIRST}</p><p>${SECOND}</p>${RELATED}<p>${THIRD}</p><p>${FOURTH}</p><p>${FIFTH}</p>`,
      after: '<footer><p>All rights are with the Gazette.</p></footer>',
    });
    expect(inOrder(listed(html))).toEqual([
      '[outside] The lighthouse goes ',
      '[navigation] Front page',
      FIRST.slice(0, 20),
      SECOND.slice(0, 20),
      '[related] Read more',
      '[related] A boat came home lat',
      THIRD.slice(0, 20),
      FOURTH.slice(0, 20),
      FIFTH.slice(0, 20),
      '[navigation] All rights are with ',
    ]);
  });

  it('changes nothing of the clip', () => {
    const pages = readdirSync('test/pages').map((name) => readFileSync(`test/pages/${name}/page.html`, 'utf8'));
    expect(pages.length).toBeGreaterThan(5);
    for (const html of pages) {
      const url = 'https://news.example/lighthouse';
      const { document } = new JSDOM(html, { url }).window;
      const now = new Date('2026-11-22T08:00:00Z');
      const { article } = clipDocument(document, { url, now, modules: ALL_MODULES });
      const { article: again, answer } = clipWithBlocks(html, { list: true });
      expect(again.html).toBe(article.html);
      expect(again.trace).toEqual(article.trace);
      expect(answer.blocks?.html).toBe(article.html);
    }
  });

  it('is bounded', () => {
    const noise = Array.from({ length: 1_600 }, (_, at) => `<li>Headline number ${at}</li>`).join('');
    const { dropped, isWhole } = listed(page({ after: `<nav><ul>${noise}</ul></nav>` }));
    expect(dropped.length).toBeLessThanOrEqual(1_500);
    expect(isWhole).toBe(false);
  });

  it('holds nothing that could run', () => {
    const evil =
      '<aside class="related"><p onclick="x()">Click <a href="javascript:x()">here</a><img src="a.png" onerror="x()"></p><iframe src="x"></iframe><script>x()</script></aside>';
    const { dropped } = listed(page({ after: evil }));
    const all = dropped.map(({ html }) => html).join('');
    expect(all).toContain('Click');
    expect(all).not.toMatch(/onclick|onerror|javascript:|iframe|script/);
  });
});

describe('a story as the user chose it', () => {
  const html = page({
    story: `<p>${FIRST}</p>${RELATED}<p>${SECOND}</p><ul><li>One boat</li><li>Two boats</li></ul><p>${THIRD}</p><p>${FOURTH}</p>`,
  });
  const blocks = listed(html);
  const find = (text: string): DroppedBlock | undefined => blocks.dropped.find((block) => block.text.startsWith(text));

  it('is the same where nothing was chosen', () => {
    const story = parseStory(blocks.html);
    composeStory(story, { out: [], back: [] }, parseStory);
    expect(story.innerHTML).toBe(blocks.html);
  });

  it('has what was put back where it stood, and not what was taken out', () => {
    expect(composed(blocks, [1], find('A boat'), find('Read more'))).toEqual([
      FIRST.slice(0, 30),
      'Read more',
      'A boat came home late and nobo',
      'One boat',
      'Two boats',
      THIRD.slice(0, 30),
      FOURTH.slice(0, 30),
    ]);
  });

  it('has no list without its items', () => {
    const story = parseStory(blocks.html);
    composeStory(story, { out: [2, 3], back: [] }, parseStory);
    expect(story.querySelector('ul')).toBeNull();
  });

  it('keeps the order in a list, and makes none of loose items', () => {
    const list = page({
      story: `<p>${FIRST}</p><p>${SECOND}</p><ul><li>One boat</li><li class="advert">A word from the chandler</li><li>Two boats</li></ul><p>${THIRD}</p>
        <ol class="related-links"><li>A story of old</li><li>A story of late</li></ol><p>${FOURTH}</p><p>${FIFTH}</p>`,
    });
    const its = listed(list);
    const back = its.dropped.filter(({ text }) => /^A (?:word|story)/.test(text));
    const story = parseStory(its.html);
    composeStory(story, { out: [], back }, parseStory);
    expect([...story.querySelectorAll('ul > li')].map(({ textContent }) => textContent)).toEqual([
      'One boat',
      'A word from the chandler',
      'Two boats',
    ]);
    expect([...story.querySelectorAll('ol > li')].map(({ textContent }) => textContent)).toEqual([
      'A story of old',
      'A story of late',
    ]);
  });

  it('is sanitised even where a renderer lies', () => {
    const story = parseStory(blocks.html);
    const lie = {
      ...(find('A boat') as DroppedBlock),
      html: '<p>Hello<img src="x" onerror="alert(1)"></p><svg onload="x()"></svg>',
    };
    composeStory(story, { out: [], back: [lie] }, parseStory);
    expect(story.innerHTML).toContain('Hello');
    expect(story.innerHTML).not.toMatch(/onerror|svg|onload/);
  });
});
