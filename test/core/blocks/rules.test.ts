import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { selectorsOf } from '../../../src/core/blocks/selectors-of.ts';
import { isStableWord, wordBeforeHash } from '../../../src/core/blocks/stable-words.ts';
import { storyUnits, unitText } from '../../../src/core/blocks/story-units.ts';
import type { BlockName, PageBlocks, RuleProposal } from '../../../src/core/model/page-blocks.ts';
import type { SiteRule } from '../../../src/core/model/site-rule.ts';
import { PARAGRAPHS, page } from '../extract/page.ts';
import { clipWithBlocks, parseStory } from './clip-with-blocks.ts';

const [FIRST = '', SECOND = '', THIRD = '', FOURTH = '', FIFTH = ''] = PARAGRAPHS;
const rule = (fields: Partial<SiteRule>): SiteRule => ({ places: ['news.example'], ...fields });

/** The names of the blocks whose text begins so, in the story or outside it. */
function named({ html, places, dropped }: PageBlocks, ...beginnings: readonly string[]): BlockName[] {
  const units = storyUnits(parseStory(html)).map((unit, at) => ({
    place: places[at] ?? -1,
    text: unitText(unit).slice(0, 200),
  }));
  const all = [...units, ...dropped];
  return beginnings.map((beginning) => {
    const found = all.find(({ text }) => text.startsWith(beginning));
    if (!found) throw new Error(`no block ${beginning}`);
    return { place: found.place, text: found.text };
  });
}

function proposed(html: string, out: readonly string[], back: readonly string[]): RuleProposal {
  const { blocks } = clipWithBlocks(html, { list: true }).answer;
  if (!blocks) throw new Error('no blocks');
  const propose = { takeOut: named(blocks, ...out), putBack: named(blocks, ...back) };
  const { proposal } = clipWithBlocks(html, { propose }).answer;
  if (!proposal) throw new Error('no proposal');
  return proposal;
}

describe('isStableWord', () => {
  it.each(['promo', 'article-note', 'storyBody', 'story__note', 'editors-pick', 'infobox'])('takes %s', (name) => {
    expect(isStableWord(name)).toBe(true);
  });

  it.each([
    'sc-bdVaJa',
    'css-1x2y3z',
    'hXkQpL',
    'is-open',
    'active',
    'mt-4',
    'flex',
    'text-center',
    'x',
    'col',
    'a1b2',
  ])('leaves %s', (name) => {
    expect(isStableWord(name)).toBe(false);
  });

  it('finds the word before a hash', () => {
    expect(wordBeforeHash('Promo_box__x7Gh2')).toBe('Promo_box__');
    expect(wordBeforeHash('article-note')).toBeUndefined();
  });
});

describe('selectorsOf', () => {
  const { document } = new JSDOM(
    '<main class="story-body"><p>One</p><div class="css-1x2 note"><p id="p-4711">Two</p></div><p>Three</p></main>',
  ).window;
  const select = (selector: string): string[] => selectorsOf(document.querySelector(selector) as Element);

  it('names an element by its own word first', () => {
    expect(select('.note')[0]).toBe('div.note');
  });

  it('falls back on what is around it, and on its place', () => {
    expect(select('main > p:first-child')).toContain('main.story-body > p:nth-of-type(1)');
    expect(select('#p-4711')).toContain('div.note > p');
    expect(select('#p-4711').join()).not.toContain('4711');
  });

  it('gives only selectors that match the element', () => {
    for (const element of document.body.querySelectorAll('*')) {
      for (const selector of selectorsOf(element)) {
        expect([...document.querySelectorAll(selector)].includes(element), selector).toBe(true);
      }
    }
  });
});

describe('a rule made of a decision', () => {
  const WITH_NOTE = page({
    story: `<p>${FIRST}</p><p>${SECOND}</p><p class="desk-note">The desk asks readers to write in with what they saw that night.</p>
      <p>${THIRD}</p><p>${FOURTH}</p><p class="desk-note">The desk thanks those who wrote, and those who did not.</p><p>${FIFTH}</p>`,
  });

  it('names what is taken out by its word, with how often the page has it', () => {
    expect(proposed(WITH_NOTE, ['The desk asks', 'The desk thanks'], [])).toMatchObject({
      drop: [{ selector: 'p.desk-note', hits: 2 }],
      failed: [],
    });
  });

  it('never hits a block that stays: it goes by place where the word is shared', () => {
    const { drop } = proposed(WITH_NOTE, ['The desk thanks'], []);
    expect(drop.map(({ selector }) => selector)).not.toContain('p.desk-note');
    const { article } = clipWithBlocks(WITH_NOTE, { rule: rule({ drop: drop.map(({ selector }) => selector) }) });
    expect(article.text).toContain('The desk asks');
    expect(article.text).not.toContain('The desk thanks');
  });

  it('says so where nothing tells a block from its neighbours', () => {
    const twice = [...PARAGRAPHS, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('');
    const many = page({ story: `${twice}<p>A line of its own, alike in all but its words.</p>${twice}` });
    expect(proposed(many, ['A line of its own'], [])).toMatchObject({
      drop: [],
      failed: ['A line of its own, alike in all but its words.'],
    });
  });

  it('puts back the box that holds nothing else', () => {
    const html = page({
      story: `<p>${FIRST}</p><p>${SECOND}</p><aside class="related-facts"><p>The lamp is of brass and weighs four tons.</p>
        <p>It was made in the year of the flood by two brothers.</p></aside><p>${THIRD}</p><p>${FOURTH}</p><p>${FIFTH}</p>`,
    });
    const proposal = proposed(html, [], ['The lamp', 'It was made']);
    expect(proposal.keep).toEqual([{ selector: 'aside.related-facts', hits: 1 }]);
    const { article } = clipWithBlocks(html, { rule: rule({ keep: ['aside.related-facts'] }) });
    expect(article.text).toContain(`${SECOND}\n\nThe lamp is of brass`);
    expect(article.warnings).toEqual([]);
  });

  it('is met on the next story, whose page is built alike', () => {
    const [drop] = proposed(WITH_NOTE, ['The desk asks', 'The desk thanks'], []).drop;
    const next = page({
      story: `<p class="desk-note">Another word of the desk, of no consequence at all.</p><p>${SECOND}</p><p>${FIRST}</p><p>${FIFTH}</p>`,
    });
    const { article } = clipWithBlocks(next, { rule: rule({ drop: [drop?.selector ?? ''] }) });
    expect(article.text).not.toContain('Another word');
    expect(article.trace).toContainEqual(expect.objectContaining({ pass: 'user-rule', reason: 'p.desk-note' }));
  });
});

describe('a rule that breaks', () => {
  it('is told of where it no longer matches', () => {
    const { article } = clipWithBlocks(page(), {
      rule: rule({ drop: ['.gone'], keep: ['.gone-too'], take: ['.never'] }),
    });
    expect(article.warnings).toContain('rule-unmatched');
    expect(article.text).toContain(FIRST);
  });

  it('is not used where it takes most of the text', () => {
    const { article } = clipWithBlocks(page(), { rule: rule({ drop: ['.text p'] }) });
    expect(article.warnings).toContain('rule-too-much');
    expect(article.text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it('is not used where it brings the whole page back', () => {
    const { article } = clipWithBlocks(page({ after: '<nav><p>Menu</p></nav>' }), { rule: rule({ keep: ['main'] }) });
    expect(article.warnings).toContain('rule-too-much');
    expect(article.text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it('is passed over where it is no selector', () => {
    const { article } = clipWithBlocks(page(), { rule: rule({ drop: ['p[', '.desk-note'] }) });
    expect(article.text).toBe(PARAGRAPHS.join('\n\n'));
  });
});

describe('what was picked on the page', () => {
  const html = page({
    after: `<section class="letters"><p>A reader writes that the lamp was never bright.</p></section>`,
  });

  it('is the story', () => {
    const { article, answer } = clipWithBlocks(html, {}, { story: '.letters' });
    expect(article.text).toBe('A reader writes that the lamp was never bright.');
    expect(answer.picked).toBe('story');
  });

  it('is one more part of it, and can become a rule', () => {
    const { article, answer } = clipWithBlocks(html, { propose: { takeOut: [], putBack: [] } }, { part: '.letters' });
    expect(article.text).toBe([...PARAGRAPHS, 'A reader writes that the lamp was never bright.'].join('\n\n'));
    expect(answer.proposal?.keep).toEqual([{ selector: 'section.letters', hits: 1 }]);
  });
});
