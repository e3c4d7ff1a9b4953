import { describe, expect, it } from 'vitest';
import { TreeStrings } from '../../../src/core/markdown/write-tree.ts';
import { elementOf } from './render.ts';

const strings = new TreeStrings(
  [
    { filter: ['p', 'div'], replacement: (content) => `\n\n${content}\n\n` },
    { filter: 'li', replacement: (content) => `\n- ${content}\n` },
    { filter: (element) => element.hasAttribute('data-note'), replacement: () => '[note]' },
    { filter: 'img', replacement: () => '!' },
  ],
  (_content, element) => (element.localName === 'li' ? '\n-\n' : ''),
);

function write(html: string): string {
  return strings.inside(elementOf(html));
}

describe('a tidy tree', () => {
  it('has as many line ends between two strings as the side that asks for more', () => {
    expect(write('<li>a</li><li>b</li><p>c</p><p>d</p>e')).toBe('\n- a\n- b\n\nc\n\nd\n\ne');
  });

  it('goes by the question that fits before the name', () => {
    expect(write('<p data-note="1">x</p><p>y</p>')).toBe('[note]\n\ny\n\n');
  });

  it('keeps the content of elements without a rule', () => {
    expect(write('<p>a<i>b</i>c</p>')).toBe('\n\nabc\n\n');
  });

  it('passes over what shows nothing, by a rule of its own', () => {
    expect(write('<p> </p><p><i></i></p><li></li>')).toBe('\n-\n');
    expect(write('<p><img></p>')).toBe('\n\n!\n\n');
  });

  it('takes long runs of white space and of line ends in its stride', () => {
    const blank = ' '.repeat(200_000);
    expect(write(`<p>a${blank}b</p>${'\n'.repeat(200_000)}`)).toBe(`\n\na${blank}b\n\n`);
  });
});
