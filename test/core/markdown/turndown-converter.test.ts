import type { Plugin } from 'turndown';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { elementOf } from './render.ts';

const convert = (html: string, ...plugins: Plugin[]): string => toMarkdown(elementOf(html), { plugins });

describe('the Turndown converter', () => {
  it('keeps the white space of code', () => {
    const blank = ' '.repeat(20);
    expect(convert(`<pre><code>  a${blank}b  \n\n\n\u00A0c</code></pre>`)).toBe(
      `\`\`\`\n  a${blank}b  \n\n\n\u00A0c\n\`\`\``,
    );
    expect(convert('<p>x <code> a </code> <i>b</i> y</p>')).toBe('x ``  a  `` *b* y');
  });

  // Turndown's own patterns for the ends of a text are quadratic: 200,000 blanks would take minutes.
  it('converts long runs of white space and of line ends in linear time', () => {
    const blank = ' '.repeat(200_000);
    expect(convert(`<pre>a${blank}b${blank}\u00A0</pre><p>c</p>`)).toBe(
      `\`\`\`\na${blank}b${blank}\u00A0\n\`\`\`\n\nc`,
    );
    expect(convert(`<p>a${blank}b</p>${'\n'.repeat(200_000)}`)).toBe('a b');
    expect(convert(`<p>a${'\u00A0'.repeat(200_000)}b</p>`)).toHaveLength(200_002);
  });

  it('converts blocks, list items and inline elements by the thousand', () => {
    const many = (part: string): string => part.repeat(2000);
    expect(convert(many('<p>a</p>'))).toBe(many('a\n\n').trim());
    expect(convert(`<ul>${many('<li>a</li>')}</ul>`)).toBe(many('- a\n').trim());
    expect(convert(`<p>${many('<b>a</b> ')}</p>`)).toBe(`**${many('a ').trim()}**`);
    expect(convert(`<p>${many('<i>a</i>b')}</p>`)).toHaveLength(2000 * 4);
  });
});

describe('a Turndown plugin', () => {
  const highlight: Plugin = (service) => {
    service.addRule('highlight', { filter: 'mark', replacement: (content) => `==${content}==` });
  };

  it('adds rules whose own text is final while the text inside stays escaped', () => {
    expect(convert('<p>a <mark>b*c*</mark> d=e</p>', highlight)).toBe('a ==b\\*c\\*== d=e');
  });

  it('overrides a rule for a block with the Markdown of its text', () => {
    const shout: Plugin = (service) => {
      service.addRule('shout', { filter: ['h2'], replacement: (content) => `\n\n### ${content} !\n\n` });
    };
    expect(convert('<h2>a_b_ <i>c</i></h2><p>d</p>', shout)).toBe('### a_b\\_ *c* !\n\nd');
  });

  it('replaces an element as a whole', () => {
    const pictures: Plugin = (service) => {
      service.addRule('embed', {
        filter: 'img',
        replacement: (_content, node) => `![[${(node.getAttribute('src') ?? '').split('/').at(-1)}]]`,
      });
    };
    expect(convert('<p>x <img src="https://a.example/b_c.png"></p>', pictures)).toBe('x ![[b_c.png]]');
  });

  it('does not change the conversion without it', () => {
    convert('<p><mark>b</mark></p>', highlight);
    expect(convert('<p><mark>b</mark></p>')).toBe('<mark>b</mark>');
  });
});
