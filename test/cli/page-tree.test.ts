import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/cli/page-tree/parse-page.ts';

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

const ADDRESS = 'https://news.example/';

const named = (elements: Iterable<Element>): string[] => Array.from(elements, (element) => element.outerHTML);

describe('selectors of the page tree', () => {
  it.each([
    ['standards mode', `<!doctype html>${PAGE}`],
    ['quirks mode', PAGE],
  ])("find in %s what jsdom's engine finds", (_mode, html) => {
    const ours = parsePage(html, ADDRESS);
    const theirs = new JSDOM(html).window.document;
    for (const selector of SELECTORS) {
      // jsdom may return the matches of a list of selectors by selector.
      const expected = named(Array.from(theirs.querySelectorAll('*')).filter((element) => element.matches(selector)));
      expect([selector, named(ours.querySelectorAll(selector))]).toEqual([selector, expected]);
      expect(ours.querySelector(selector)?.outerHTML).toEqual(expected[0]);
      const matching = Array.from(ours.querySelectorAll('*')).filter((element) => element.matches(selector));
      expect([selector, named(matching)]).toEqual([selector, expected]);
    }
    expect(ours.querySelector('img')?.closest('main, figure')?.localName).toBe('figure');
    expect(ours.querySelector('img')?.closest('table')).toBeNull();
  });

  it("take the case of an id as the page's mode has it", () => {
    const find = (html: string) => parsePage(html, ADDRESS).querySelector('#MAIN')?.id;
    expect([find('<!doctype html><p id="main">a</p>'), find('<p id="main">a</p>')]).toEqual([undefined, 'main']);
  });

  it('are relative to the element that is asked, and name one that nobody can read', () => {
    const document = parsePage('<div><p>a<p>b</div><p>c', ADDRESS);
    expect(document.querySelector('div')?.querySelectorAll(':scope > p')).toHaveLength(2);
    expect(document.body.querySelectorAll(':scope > p')).toHaveLength(1);
    expect(() => document.querySelectorAll('p:::x')).toThrow(/p:::x/);
  });
});

/** The nodes that a walker comes to, which passes over what is in every third of them. */
function walked(document: Document, whatToShow: number): string[] {
  const walker = document.createTreeWalker(document.body, whatToShow);
  const nodes: string[] = [];
  const behind = (): Node | null => {
    let node = walker.nextSibling();
    while (!node && walker.parentNode()) node = walker.nextSibling();
    return node;
  };
  for (let node = walker.nextNode(); node; node = nodes.length % 3 === 0 ? behind() : walker.nextNode())
    nodes.push(`${node.nodeName} ${node.nodeValue}`);
  return nodes;
}

describe('walkers of the page tree', () => {
  it.each([
    ['all', 0xffffffff],
    ['elements', 1],
    ['elements and texts', 5],
    ['texts', 4],
  ])('go over %s as those of jsdom do', (_name, whatToShow) => {
    const theirs = walked(new JSDOM(PAGE).window.document, whatToShow);
    expect(theirs.length).toBeGreaterThan(5);
    expect(walked(parsePage(PAGE, ADDRESS), whatToShow)).toEqual(theirs);
  });
});

/** What jsdom and the page tree must agree on, of every node. */
function described(document: Document): unknown {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document, 0xffffffff);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes.map((node) => ({
    name: node.nodeName,
    value: node.nodeValue,
    text: node.textContent,
    around: [node.parentElement, node.previousSibling, node.nextSibling, node.firstChild, node.lastChild].map(
      (one) => one && nodes.indexOf(one),
    ),
    owner: node.ownerDocument === document,
    ...(isElement(node) ? describedElement(node) : {}),
  }));
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function describedElement(element: Element): object {
  const { id, className, localName, namespaceURI, childElementCount, previousElementSibling, outerHTML } = element;
  return {
    ...{ id, localName, namespaceURI, childElementCount, outerHTML },
    className: String(className),
    attributes: Array.from(element.attributes, ({ name, value }) => [name, value]),
    before: previousElementSibling?.outerHTML,
    ends: [element.firstElementChild?.outerHTML, element.lastElementChild?.outerHTML],
    spans: element.getElementsByTagName('span').length,
  };
}

describe('the page tree', () => {
  it.each([
    [
      'foreign content',
      '<svg class="a b"><title>t</title><a xlink:href="#x"/></svg><math><mi definitionURL="u">x</math>',
    ],
    ['faults', '<p>a<div><table><td>b<p>c</td></table><b><i>e</b>f</i><p></p></p><a href=1 href=2 CLASS=x>g<a>h'],
    [
      'templates and raw text',
      '<template><p>a</template><textarea>\n<b></textarea><noscript><img src=a></noscript>&lt;&nbsp;"',
    ],
    ['frames', '<frameset><frame src="a.html"></frameset>'],
    ['nothing', ''],
  ])('has of %s what jsdom has', (_what, html) => {
    const ours = parsePage(html, ADDRESS);
    const theirs = new JSDOM(html, { url: ADDRESS }).window.document;
    expect(described(ours)).toEqual(described(theirs));
    expect([ours.head?.outerHTML, ours.body?.outerHTML, ours.compatMode, ours.URL]).toEqual([
      theirs.head?.outerHTML,
      theirs.body?.outerHTML,
      theirs.compatMode,
      theirs.URL,
    ]);
  });

  it('puts text that is astray in a table before it, as browsers do and jsdom does not', () => {
    const { body } = parsePage('<div><table>a<tr>b<td>c</table></div>', ADDRESS);
    expect(body.innerHTML).toBe('<div>ab<table><tbody><tr><td>c</td></tr></tbody></table></div>');
  });

  it('changes as jsdom does', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat(), fc.nat());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const html = '<!doctype html><p id=a>x<b>y</b><!--c--></p><ul><li>1<li>2<template><i>z</i></template></ul>text';
        const [ours, theirs] = [parsePage(html, ADDRESS), new JSDOM(html, { url: ADDRESS }).window.document];
        for (const [name, at, to] of steps) {
          const outcomes = [ours, theirs].map((document) => outcomeOf(document, name, at, to));
          expect(outcomes[0]).toEqual(outcomes[1]);
        }
        expect(described(ours)).toEqual(described(theirs));
      }),
      { numRuns: 60 },
    );
  });

  it('reads no style sheet and no style attribute, and stops at no broken one', () => {
    const broken = '<style>div { min-height: calc(100vh - (80px ; }</style><p style="margin: calc(1px + (2px">a</p>';
    const document = parsePage(broken, ADDRESS);
    expect(document.querySelector('p')?.getAttribute('style')).toBe('margin: calc(1px + (2px');
  });
});

type Step = (node: Element, other: Node, document: Document) => unknown;

/** Changes of an element by another node, and questions about the two. */
const STEPS: Readonly<Record<string, Step>> = {
  append: (node, other) => node.append(other, 'new'),
  prepend: (node, other) => node.prepend('new', other),
  before: (node, other) => node.before(other, 'new'),
  after: (node, other) => node.after('new', other),
  replaceWith: (node, other) => node.replaceWith(other, node.cloneNode(false)),
  replaceChildren: (node, other) => node.replaceChildren(other.cloneNode(true), other),
  insertBefore: (node, other) => node.insertBefore(other, node.lastChild),
  replaceChild: (node, other) => node.firstChild && node.replaceChild(other, node.firstChild),
  remove: (node) => node.remove(),
  unwrap: (node) => node.replaceWith(...Array.from(node.childNodes)),
  text: (node) => {
    node.textContent = 'all';
  },
  attributes: (node) => {
    node.setAttribute('DATA-x', '1');
    node.setAttribute('class', 'on');
    node.removeAttribute('Id');
    return [
      node.getAttribute('data-X'),
      node.hasAttribute('id'),
      node.getAttributeNames(),
      node.classList.contains('on'),
    ];
  },
  fragment: (node, other, document) => {
    const fragment = document.createDocumentFragment();
    fragment.append(...Array.from(node.childNodes), other.cloneNode(true));
    node.appendChild(fragment);
    return fragment.childNodes.length;
  },
  import: (node, other, document) => {
    const copy = document.implementation.createHTMLDocument('t');
    copy.body.append(copy.importNode(node, true));
    node.append(document.importNode(copy.body, true), copy.head);
    return copy.documentElement.outerHTML + other.nodeName;
  },
  order: (node, other) => [node.compareDocumentPosition(other), node.contains(other), other.contains(node)],
};

/** What comes of one step on the elements and nodes at two places of a body. */
function outcomeOf(document: Document, name: string, at: number, to: number): unknown {
  const elements = Array.from(document.body.querySelectorAll('*'));
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document.body, 0xffffffff);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const node = elements[at % elements.length];
  const other = nodes[to % nodes.length];
  if (!node || !other) return 'nothing is left';
  try {
    const outcome = STEPS[name]?.(node, other, document);
    return typeof outcome === 'object' && outcome && 'nodeType' in outcome ? 'a node' : outcome;
  } catch {
    return 'refused';
  }
}
