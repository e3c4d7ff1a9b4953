// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snapshot, snapshotInSteps } from '../../src/content/snapshot.ts';

// jsdom lays nothing out; this is the part of checkVisibility that style alone decides.
function checkVisibility(this: Element): boolean {
  for (let at: Element | null = this; at; at = at.parentElement) {
    if (getComputedStyle(at).display === 'none' || getComputedStyle(at).opacity === '0') return false;
  }
  return getComputedStyle(this).visibility === 'visible';
}

beforeEach(() => {
  Element.prototype.checkVisibility = checkVisibility;
});

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.head.replaceChildren();
  document.body.replaceChildren();
});

/** Puts a page on show. */
function show(body: string, head = ''): void {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  document.head.replaceChildren(...page.head.childNodes);
  document.body.replaceChildren(...page.body.childNodes);
}

function select(from: string, to = from): void {
  const start = document.querySelector(from);
  const end = document.querySelector(to);
  if (!start || !end) throw new Error(`the page has no ${from} or ${to}`);
  getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length);
}

/** The ids of the elements that the copy marks as out of sight. */
function hiddenIds(): string[] {
  return [...snapshot(document).copy.querySelectorAll('[hidden]')].map(({ id }) => id);
}

describe('what is out of sight', () => {
  it('is marked, whatever hides it', () => {
    show(
      `<p id="seen">Seen</p><p id="inline" style="display:none">a</p><p id="attribute" hidden>b</p>
       <p id="class" class="gone">c</p><p id="invisible" style="visibility:hidden">d</p><div id="clear"><p>e</p></div>`,
      '<style>.gone { display: none } #clear { opacity: 0 }</style>',
    );
    expect(hiddenIds()).toEqual(['inline', 'attribute', 'class', 'invisible', 'clear']);
  });

  it('is not what the page fades in, nor what its style shows in spite of the mark', () => {
    show(
      '<p id="fades" style="opacity:0; transition-duration: 0.3s">a</p><p id="shown" hidden>b</p>',
      '<style>#shown { display: block }</style>',
    );
    expect(hiddenIds()).toEqual([]);
  });

  it('leaves what is visible inside something invisible', () => {
    show('<div style="visibility:hidden">dark <p id="dark">dark</p><p style="visibility:visible">light</p></div>');
    const { copy } = snapshot(document);
    for (const unseen of copy.querySelectorAll('[hidden]')) unseen.remove();
    expect(copy.body.textContent.trim()).toBe('light');
  });

  it('is not what no style sheet of the page hides: data, sources, brackets of ruby', () => {
    show('<script id="a" type="application/ld+json">{}</script><ruby>漢<rp id="b">(</rp><rt>かん</rt></ruby>');
    expect(hiddenIds()).toEqual([]);
  });
});

describe('shadow trees', () => {
  it('are shown in place of their host’s content, with what their slots take up', () => {
    show('<news-story><h1 slot="head">Head</h1>light<i slot="nowhere">lost</i></news-story>');
    const host = document.querySelector('news-story');
    const shadow = host?.attachShadow({ mode: 'open' });
    const inner = document.createElement('news-frame');
    const [head, rest] = [document.createElement('slot'), document.createElement('slot')];
    head.name = 'head';
    inner.append(head, rest);
    shadow?.append('before ', inner, ' after');
    const frame = inner.attachShadow({ mode: 'open' });
    const place = document.createElement('slot');
    frame.append('[', place, ']');
    expect(snapshot(document).copy.body.textContent).toBe('before [Headlight] after');
    expect(document.body.textContent).toBe('Headlightlost');
  });
});

describe('forms', () => {
  it('are copied without what was typed', () => {
    show(
      '<form><input value="a secret"><textarea>a letter</textarea><p>Kept</p></form><input type="checkbox" value="v">',
    );
    const { copy } = snapshot(document);
    expect(copy.body.innerHTML).toBe('<form><p>Kept</p></form><input type="checkbox">');
  });

  it('are seen to ask for a password', () => {
    show('<form><input type="password" name="p" value="a secret"></form>');
    expect(snapshot(document).copy.body.innerHTML).toBe('<form><input type="password"></form>');
  });

  it('may name their controls like methods', () => {
    const names = ['childNodes', 'parentNode', 'setAttribute', 'localName', 'shadowRoot', 'querySelectorAll'];
    show(`<form hidden>${names.map((name) => `<button name="${name}" id="${name}">x</button>`).join('')}</form>`);
    const { copy } = snapshot(document);
    expect(copy.querySelectorAll('button[name], button[id]')).toHaveLength(0);
    expect(copy.querySelector('form')?.hasAttribute('hidden')).toBe(true);
  });
});

describe('the selection', () => {
  it('is absent where nothing is selected', () => {
    show('<p>Text</p>');
    expect(snapshot(document)).not.toHaveProperty('selection');
  });

  it('is what was selected, without what is out of sight', () => {
    show('<p id="a">One <b>two</b></p><p id="b" hidden>dark</p><p id="c">three</p><p>four</p>');
    select('#a', '#c');
    const { selection } = snapshot(document);
    expect(selection?.innerHTML).toBe('<p id="a">One <b>two</b></p><p id="b" hidden="">dark</p><p id="c">three</p>');
  });

  it('is given with the list or table that it is a part of', () => {
    show('<ul><li id="a">one</li><li id="b">two</li><li>three</li></ul>');
    select('#a', '#b');
    expect(snapshot(document).selection?.innerHTML).toBe('<ul><li id="a">one</li><li id="b">two</li></ul>');
  });

  it('is found in a form whose controls are named like methods', () => {
    show('<form><input name="parentNode"><input name="childNodes"><p id="a">Chosen</p></form>');
    select('#a');
    expect(snapshot(document).selection?.textContent).toBe('Chosen');
  });
});

describe('a page that is too large', () => {
  const LARGE = `<p id="a">one</p><ul>${'<li>two</li>'.repeat(50)}</ul>`;

  it('is refused', () => {
    show(LARGE);
    expect(() => snapshot(document, { large: 20, most: 20 })).toThrow('too-large');
  });

  it('is read around what the reader selected in it, with the head that names it', () => {
    show(LARGE, '<title>Ferry</title>');
    select('#a');
    const { copy, selection } = snapshot(document, { large: 20, most: 20 });
    expect(selection?.textContent).toBe('one');
    expect(copy.title).toBe('Ferry');
    expect(copy.body.textContent).toBe('one');
  });

  it('is refused where the selection is as large', () => {
    show(LARGE);
    select('ul');
    expect(() => snapshot(document, { large: 20, most: 20 })).toThrow('too-large');
  });
});

describe('a large page that is looked at in steps', () => {
  const MANY = `<p id="first">one</p>${'<i></i>'.repeat(30)}<p id="last">two</p>`;

  /** Takes the snapshot, with something done to the page at every pause. */
  function takeWhile(change: () => void) {
    const steps = snapshotInSteps(document, { step: 10 });
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) return { ...step.value, pauses };
      pauses += 1;
      change();
    }
  }

  it('is as it was at once', () => {
    show(MANY);
    const { copy, pauses } = takeWhile(() => {});
    expect(pauses).toBe(3);
    expect(copy.documentElement.outerHTML).toBe(snapshot(document).copy.documentElement.outerHTML);
  });

  it('is one moment of a page that changes meanwhile', async () => {
    show(MANY);
    const steps = snapshotInSteps(document, { step: 10 });
    expect(steps.next().done).toBe(false);
    document.querySelector('#first')?.setAttribute('hidden', '');
    document.querySelector('#last')?.remove();
    // The observer is told at the end of the page's own task.
    await Promise.resolve();
    const step = steps.next();
    if (!step.done) throw new Error('the copy was not made anew in one step');
    expect(step.value.copy.body.textContent).toBe(document.body.textContent);
    expect(step.value.copy.querySelector('#first')?.hasAttribute('hidden')).toBe(true);
  });

  it('is read whole where nothing in it is selected, up to what memory takes', () => {
    show(MANY);
    expect(snapshot(document, { large: 20 }).copy.querySelectorAll('i')).toHaveLength(30);
    expect(() => snapshot(document, { large: 20, most: 25 })).toThrow('too-large');
  });
});

describe('the live page', () => {
  it('stays as it was, its selection too', () => {
    show('<p id="a">One</p><form><input name="setAttribute" value="v"></form><p hidden>b</p>', '<style>p{}</style>');
    select('#a');
    const before = document.documentElement.outerHTML;
    const { copy } = snapshot(document);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(getSelection()?.toString()).toBe('One');
    expect(copy.querySelector('style')).toBeNull();
  });
});
