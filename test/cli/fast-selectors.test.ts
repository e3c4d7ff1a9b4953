import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { pageParser } from '../../src/cli/page-parser.ts';

const PAGE = `<html lang="zh-Hant"><head><title>t</title><meta name="author" content="A"><link rel="Canonical" href="x"></head>
  <body class="Story page"><main id="Main"><h1>One</h1><h2 class="sub lead">Two</h2>
  <div class="share-bar a.b" data-x="1 2"><p>a<a href="/x">b</a><br></p><p class="sub">c</p></div>
  <section><figure><img src="a.png" alt=""><figcaption>d</figcaption></figure></section>
  <ul><li>1</li><li class="on">2</li><li>3</li></ul><svg viewBox="0 0 1 1"><g class="sub"><title>s</title></g></svg>
  <input type="TEXT" name="q"><p></p><template><p class="sub">never</p></template></main></body></html>`;

const SELECTORS = [
  '*',
  'p, h1, h2',
  'h2, h1',
  '.sub',
  '.SUB',
  '#Main',
  'main > p',
  'main p',
  'h1 + h2',
  'h1 ~ .share-bar',
  '[class*="share" i]',
  '[data-x~="2"]',
  '[lang|="zh"]',
  '[type="text"]',
  '[rel="canonical"]',
  ':is([class], [id])',
  'p:not(.sub)',
  'li:first-child, li:nth-child(2n + 1), li:last-of-type',
  'figure:has(> figcaption)',
  'div p:empty, p:empty',
  'a[href^="/"]',
  '.a\\.b',
  'svg g, svg title',
  'section figure img[src$=".png"]',
];

const named = (elements: Iterable<Element>): string[] => Array.from(elements, (element) => element.outerHTML);

describe('useFastSelectors', async () => {
  const parse = await pageParser();

  it.each([
    ['standards mode', `<!doctype html>${PAGE}`],
    ['quirks mode', PAGE],
  ])("finds in %s what jsdom's own engine finds", (_mode, html) => {
    const ours = parse(html, 'https://news.example/');
    const theirs = new JSDOM(html).window.document;
    for (const selector of SELECTORS) {
      const expected = named(theirs.querySelectorAll(selector));
      expect([selector, named(ours.querySelectorAll(selector))]).toEqual([selector, expected]);
      expect(ours.querySelector(selector)?.outerHTML).toEqual(expected[0]);
      const matching = Array.from(ours.querySelectorAll('*')).filter((element) => element.matches(selector));
      expect([selector, named(matching)]).toEqual([selector, expected]);
    }
    expect(ours.querySelector('img')?.closest('main, figure')?.localName).toBe('figure');
    expect(ours.querySelector('img')?.closest('table')).toBeNull();
  });

  it("takes the case of an id as the page's mode has it", () => {
    const find = (html: string) => parse(html, 'https://news.example/').querySelector('#MAIN')?.id;
    expect([find('<!doctype html><p id="main">a</p>'), find('<p id="main">a</p>')]).toEqual([undefined, 'main']);
  });

  it('sees every change of the tree, and queries copies and fragments', () => {
    const document = parse(
      `<!doctype html><body>${'<p class="old">a</p>'.repeat(100)}</body>`,
      'https://news.example/',
    );
    const { body } = document;
    expect(body.querySelectorAll('.old')).toHaveLength(100);
    body.querySelector('.old')?.remove();
    body.lastElementChild?.setAttribute('class', 'new');
    body.firstElementChild?.append(document.createElement('b'));
    expect([body.querySelectorAll('.old').length, body.querySelectorAll('.new, b').length]).toEqual([98, 2]);
    expect((body.cloneNode(true) as Element).querySelectorAll('.old')).toHaveLength(98);
    const fragment = document.createDocumentFragment();
    fragment.append(...Array.from(body.childNodes));
    expect([fragment.querySelectorAll('.old').length, body.querySelectorAll('*').length]).toEqual([98, 0]);
  });

  it('leaves selectors that are relative, or that nobody can read, to jsdom', () => {
    const document = parse('<div><p>a</p></div>', 'https://news.example/');
    expect(document.querySelector('div')?.querySelectorAll(':scope > p')).toHaveLength(1);
    expect(() => document.querySelectorAll('p:::x')).toThrow(/p:::x/);
  });

  it('reads no style sheet and no style attribute, and stops at no broken one', () => {
    const broken = '<style>div { min-height: calc(100vh - (80px ; }</style><p style="margin: calc(1px + (2px">a</p>';
    const document = parse(broken, 'https://news.example/');
    expect(document.querySelector('p')?.getAttribute('style')).toBe('margin: calc(1px + (2px');
    expect(document.styleSheets).toHaveLength(0);
  });
});
