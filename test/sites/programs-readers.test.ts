import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/core/markdown/to-markdown.ts';
import { PRESETS } from '../../src/core/post/presets/presets.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { draftWith } from '../core/post/draft-fixture.ts';
import { BLOCKS } from './readers/blocks.ts';
import { LIBRARIES, PROGRAMS } from './readers/readers.ts';

const { document } = new JSDOM('').window;

describe.each([...LIBRARIES, ...PROGRAMS])('$name, with the preset $presetId', ({ presetId, missing, render }) => {
  if (missing) console.warn(`sites: a reader is skipped: ${missing}`);
  it.skipIf(missing !== undefined)('shows the text of every story', () => {
    const shown = render(Object.fromEntries(Object.keys(BLOCKS).map((name) => [name, bodyOf(name, presetId)])));
    const differing = Object.keys(BLOCKS).flatMap((name) => differenceIn(name, shown[name] ?? ''));
    expect(differing.join('\n')).toBe('');
  });

  it.skipIf(missing !== undefined)('ends no link in Chinese punctuation', () => {
    const names = Object.keys(BLOCKS).filter((name) => name.startsWith('url'));
    const shown = render(Object.fromEntries(names.map((name) => [name, bodyOf(name, presetId)])));
    const targets = Object.values(shown).flatMap((html) =>
      [...parsed(html).querySelectorAll('a[href]')].map((link) => decodeURI(link.getAttribute('href') ?? '')),
    );
    expect(targets.length).toBeGreaterThan(10);
    // The page's own link in a pair of brackets is right.
    expect(targets.filter((target) => /[，。、；：！？”’》」）]/.test(target) && !target.endsWith('l（x）'))).toEqual(
      [],
    );
  });
});

function bodyOf(name: string, presetId: string): string {
  const preset = PRESETS.find(({ id }) => id === presetId);
  if (!preset) throw new Error(`there is no preset ${presetId}`);
  return toPost(draftWith({ markdown: toMarkdown(parsed(BLOCKS[name] ?? '')) }), { ...preset, opening: '' }).body;
}

function differenceIn(name: string, html: string): string[] {
  const [wanted, got] = [textOf(parsed(BLOCKS[name] ?? '')), textOf(parsed(html))];
  if (wanted === got) return [];
  let at = 0;
  while (wanted[at] === got[at]) at++;
  const part = (text: string): string => text.slice(Math.max(0, at - 8), at + 40);
  return [`${name}: wanted …${part(wanted)}… got …${part(got)}…`];
}

function parsed(html: string): Element {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
}

/** The text with the numbers of its lists, as far as typography is not the reader's own: no blanks, plain marks. */
function textOf(root: Element): string {
  for (const formula of root.querySelectorAll('script[type^="math/tex"]'))
    formula.replaceWith(formula.textContent ?? '');
  for (const list of root.querySelectorAll('ol')) {
    let number = Number(list.getAttribute('start') ?? 1);
    for (const item of list.querySelectorAll(':scope > li')) item.prepend(`${number++}.`);
  }
  return (root.textContent ?? '')
    .replace(/[\s\u200b\u00ad\ufeff]+/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—-]+/g, '-')
    .replace(/…/g, '...')
    .replace(/(?<=质能).*?(?=与)/, '');
}
