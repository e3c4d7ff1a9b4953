import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { extract, page, STORY } from './page.ts';

const markdownOf = (html: string): string =>
  toMarkdown(extract(page({ story: STORY.replace('</p>', `</p>${html}`) })).root);

const QUESTION = 'Who pays for the lens?';
const ANSWER = 'The council, says the treasurer.';

describe('an accordion', () => {
  it.each([
    [
      'a button in its heading',
      `<h3><button aria-expanded="true">${QUESTION}</button></h3><div><p>${ANSWER}</p></div>`,
    ],
    [
      'a shut answer',
      `<div><h3><button aria-expanded="false" aria-controls="a1">${QUESTION}</button></h3><div id="a1" hidden><p>${ANSWER}</p></div></div>`,
    ],
    [
      'an answer hidden from screen readers',
      `<h3><button aria-controls="a1">${QUESTION}</button></h3><div id="a1" aria-hidden="true"><p>${ANSWER}</p></div>`,
    ],
    [
      'a link of Bootstrap in its heading',
      `<div class="panel"><div class="panel-heading"><h4><a data-toggle="collapse" href="#c1">${QUESTION}</a></h4></div><div id="c1" class="panel-collapse collapse" style="display: none"><div>${ANSWER}</div></div></div>`,
    ],
    [
      'a button without a heading',
      `<button class="accordion" aria-expanded="false"><span>${QUESTION}</span></button><div class="panel" style="display:none"><p>${ANSWER}</p></div>`,
    ],
    [
      'an element with the role of a button',
      `<div class="q"><div role="button" aria-expanded="false">${QUESTION}</div><div hidden>${ANSWER}</div></div>`,
    ],
    ['terms and definitions', `<dl><dt>${QUESTION}</dt><dd hidden><p>${ANSWER}</p></dd></dl>`],
    [
      'boxes named so',
      `<div class="faq-item"><div class="faq-q">${QUESTION}</div><div class="faq-a" hidden>${ANSWER}</div></div>`,
    ],
    [
      'a box to tick and its label',
      `<input type="checkbox" id="t1"><label for="t1">${QUESTION}</label><div class="text" hidden>${ANSWER}</div>`,
    ],
    ['details', `<details><summary>${QUESTION}</summary>${ANSWER}</details>`],
  ])('keeps question and answer: %s', (_, html) => {
    const markdown = markdownOf(html);
    expect(markdown).toContain(QUESTION);
    expect(markdown).toContain(ANSWER);
    expect(markdown.indexOf(QUESTION)).toBeLessThan(markdown.indexOf(ANSWER));
  });

  it('keeps the level of its heading', () => {
    expect(markdownOf(`<h3><button>${QUESTION}</button></h3><p>${ANSWER}</p>`)).toContain(`### ${QUESTION}\n`);
  });
});

describe('the rest of a text', () => {
  const REST = 'The sexton asked for a new rope as well.';

  it.each([
    ['a button', `<div hidden><p>${REST}</p></div><button>Read more</button>`],
    ['a button in a box of its own', `<div hidden><p>${REST}</p></div><div class="b"><button>Show more</button></div>`],
    [
      'a link to nowhere',
      `<p>He smiled. <span style="display:none">${REST}</span> <a href="#" role="button">展开</a></p>`,
    ],
    [
      'a button that names it',
      `<button aria-controls="m">Continue reading</button><p>Rain fell.</p><div id="m" hidden>${REST}</div>`,
    ],
  ])('is kept where %s shows it', (_, html) => {
    expect(markdownOf(html)).toContain(REST);
  });

  it.each([
    ['a link to another page', `<div hidden><p>${REST}</p></div><a href="/subscribe">Read more</a>`],
    ['nothing', `<div hidden><p>${REST}</p></div>`],
  ])('stays hidden where %s follows', (_, html) => {
    expect(markdownOf(html)).not.toContain(REST);
  });
});

describe('furniture with toggles', () => {
  it.each([
    [
      'a menu',
      '<nav><button aria-expanded="false" aria-controls="m">Sections of the paper</button><ul id="m" hidden><li><a href="/a">Sea</a></li></ul></nav>',
    ],
    [
      'a share button',
      '<button aria-expanded="false">Share this</button><ul hidden><li><a href="/s">By letter</a></li></ul>',
    ],
  ])('stays out: %s', (_, html) => {
    expect(markdownOf(html)).not.toMatch(/Sections|Share this|By letter/);
  });
});
