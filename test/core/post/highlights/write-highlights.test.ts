import { describe, expect, it } from 'vitest';
import { createAnchor } from '../../../../src/core/highlights/create-anchor.ts';
import { GFM } from '../../../../src/core/model/dialect.ts';
import type { Draft } from '../../../../src/core/model/draft.ts';
import type { Highlight } from '../../../../src/core/model/highlight.ts';
import { HIGHLIGHT_FORMS, type HighlightForm, type Preset } from '../../../../src/core/model/preset.ts';
import { markdownText } from '../../../../src/core/post/highlights/markdown-text.ts';
import { PRESETS } from '../../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../../src/core/post/to-post.ts';
import { draftWith } from '../draft-fixture.ts';

/** What a page shows of the Markdown below. */
const SHOWN = `The bell
The old bell rang again, said the keeper & her dog.
One of 3 * 4 bells
It holds a pipe: do_it() now.
Name
Weight
Bell
Four tons`;

const MARKDOWN = `## The bell

The **old *bell*** rang [again](https://bell.example/a_b "T"), said the keeper &amp; her dog.[^1]

- One of 3 \\* 4 bells

![a picture](https://bell.example/p.png)

It holds a pipe: \`do_it()\` now.

| Name | Weight |
| --- | --- |
| Bell | Four tons |

[^1]: A dachshund.`;

function highlight(exact: string, note = '', id = exact.length.toString()): Highlight {
  const start = SHOWN.indexOf(exact);
  const anchor = createAnchor(SHOWN, start, start + exact.length);
  if (!anchor || start < 0) throw new Error(`not in the story: ${exact}`);
  return { id, anchor, colour: 'yellow', note, createdAt: 5 };
}

function bodyOf(form: HighlightForm, highlights: readonly Highlight[], changes: Partial<Draft & Preset> = {}): string {
  const plain = PRESETS.find(({ id }) => id === 'obsidian');
  if (!plain) throw new Error('no preset obsidian');
  const preset = { ...plain, opening: '', highlights: form, ...changes };
  return toPost({ ...draftWith({ markdown: MARKDOWN, language: 'en' }), ...changes, highlights }, preset).body.trim();
}

describe('the text of Markdown', () => {
  it('is what a page shows of it', () => {
    const { text } = markdownText(MARKDOWN.slice(0, MARKDOWN.indexOf('[^1]: ')));
    expect(text.replace(/\s+/g, ' ').trim()).toBe(
      'The bell The old bell rang again, said the keeper & her dog. One of 3 * 4 bells It holds a pipe: do_it() now. Name Weight Bell Four tons',
    );
  });

  it('knows where each unit is written', () => {
    const { text, starts, ends } = markdownText('a \\* &amp; b');
    expect(text).toBe('a * & b');
    expect([...text].map((_, n) => 'a \\* &amp; b'.slice(starts[n], ends[n]))).toEqual([
      'a',
      ' ',
      '\\*',
      ' ',
      '&amp;',
      ' ',
      'b',
    ]);
  });
});

describe('highlights in a post', () => {
  it.each(HIGHLIGHT_FORMS)('are not there where nothing is marked: %s', (form) => {
    expect(bodyOf(form, [])).toBe(bodyOf('none', []));
  });

  it('are marked in parts where a passage goes over emphasis, links and escapes', () => {
    const marked = bodyOf('marks', [highlight('old bell rang again, said the keeper & her')]);
    expect(marked).toContain(
      'The **==old== *==bell==*** ==rang== [==again==](https://bell.example/a_b "T")==, said the keeper &amp; her== dog.[^1]',
    );
  });

  it('are marked over blocks and cells, never in code', () => {
    const marked = bodyOf('html', [
      highlight('her dog.\nOne of 3 * 4 bells\nIt holds a pipe: do_it() now.\nName\nWeight'),
    ]);
    expect(marked).toContain('&amp; <mark>her dog.</mark>[^1]');
    expect(marked).toContain('- <mark>One of 3 \\* 4 bells</mark>');
    expect(marked).toContain('<mark>It holds a pipe:</mark> `do_it()` <mark>now.</mark>');
    expect(marked).toContain('| <mark>Name</mark> | <mark>Weight</mark> |\n| --- | --- |');
    expect(marked).toContain('![a picture](https://bell.example/p.png)');
  });

  it('are marked so that kramdown reads the Markdown in them', () => {
    const marked = bodyOf('html', [highlight('One of 3 * 4 bells')], { dialect: { ...GFM, kramdown: true } });
    expect(marked).toContain('- <mark markdown="span">One of 3 \\* 4 bells</mark>');
  });

  it('that overlap are one mark', () => {
    const marked = bodyOf('marks', [highlight('said the keeper'), highlight('the keeper & her dog')]);
    expect(marked).toContain('==said the keeper &amp; her dog==.');
  });

  it('have their notes as footnotes with labels in ASCII', () => {
    const marked = bodyOf('marks', [highlight('said the keeper', '问她\n*本人*'), highlight('Four tons')]);
    expect(marked).toContain('==said the keeper==[^h1] &amp; her dog.[^1]');
    expect(marked).toContain('==Four tons==');
    expect(marked.endsWith('\n\n[^h1]: 问她 \\*本人\\*')).toBe(true);
  });

  it('are footnotes of their own', () => {
    const marked = bodyOf('footnotes', [highlight('said the keeper'), highlight('Four tons', 'Heavy.')]);
    expect(marked).toContain('said the keeper[^h1] &amp;');
    expect(marked).toContain('Four tons[^h2]');
    expect(marked).toMatch(/\[\^h1\]: “said the keeper”\n\n\[\^h2\]: “Four tons” Heavy\.$/);
  });

  it('are quotations at the end, or all that there is', () => {
    const two = [highlight('her dog.\nOne of 3 * 4 bells', '1. Which?'), highlight('Four tons')];
    const quoted = '> her dog.\n>\n> One of 3 \\* 4 bells\n\n1\\. Which?\n\n> Four tons';
    expect(bodyOf('quotes', two)).toBe(`${bodyOf('none', [])}\n\n## Highlights\n\n${quoted}`);
    expect(bodyOf('quotes', two, { language: 'zh-Hans' })).toContain('\n\n## 划线\n\n');
    expect(bodyOf('only', two)).toBe(quoted);
  });

  it('whose passage is gone are quoted at the end', () => {
    const lost = {
      ...highlight('said the keeper', 'Who?'),
      anchor: { exact: 'A sentence of the day before.', prefix: '', suffix: '', start: 0 },
    };
    expect(bodyOf('marks', [lost])).toMatch(/## Highlights\n\n> A sentence of the day before\.\n\nWho\?$/);
  });

  it('are quotations in a body of HTML', () => {
    const html = bodyOf('marks', [highlight('Four tons')], { body: 'html', html: '<p>Four tons</p>' });
    expect(html).toBe('<div>\n<p>Four tons</p>\n</div>\n\n## Highlights\n\n> Four tons');
  });
});
