// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { nodeText } from '../../../src/core/highlights/node-text.ts';

function body(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

describe('the text of nodes', () => {
  it('separates blocks, not what goes on in the line', () => {
    const { text } = nodeText(body('<h1>The <em>bell</em></h1><p>It rang<br>at noon.</p><ul><li>One<li>Two</ul>'));
    expect(text).toBe('The bell\nIt rang\nat noon.\nOne\nTwo');
  });

  it('leaves out what nobody reads', () => {
    const html =
      '<p>Read</p><script>run()</script><style>p {}</style><textarea>typed</textarea><!-- said --><p>this</p>';
    expect(nodeText(body(html)).text).toBe('Read\nthis');
  });

  it('makes ranges of parts of it, and finds them again', () => {
    const root = body('<p>The <b>old</b> bell</p><p>rang at noon</p>');
    const read = nodeText(root);
    const start = read.text.indexOf('ld bell');
    const range = read.rangeOf(start, start + 12);
    expect(range?.toString()).toBe('ld bellrang');
    expect(range && read.offsetsOf(range)).toEqual({ start, end: start + 12 });
    expect(read.rangeOf(3, 8)?.toString()).toBe(' old ');
  });

  it('finds ranges that begin and end at elements', () => {
    const root = body('<div><p>The old bell</p><p>rang</p><p>at noon</p></div>');
    const read = nodeText(root);
    const range = root.ownerDocument.createRange();
    range.setStart(root.querySelector('div') ?? root, 1);
    range.setEnd(root.querySelector('div') ?? root, 2);
    const { start, end } = read.offsetsOf(range);
    expect(read.text.slice(start, end)).toBe('rang');
    range.selectNodeContents(root);
    expect(read.offsetsOf(range)).toEqual({ start: 0, end: read.text.length });
  });

  it('has no range for what no node holds', () => {
    const read = nodeText(body('<p>bell</p>'));
    expect(read.rangeOf(10, 12)).toBeUndefined();
    expect(nodeText(body('')).rangeOf(0, 1)).toBeUndefined();
  });

  it('reads elements that are deeply nested', () => {
    const root = body('');
    let at: Element = root;
    for (let depth = 0; depth < 300; depth += 1) {
      at.append('x');
      at = at.appendChild(root.ownerDocument.createElement('div'));
    }
    expect(nodeText(root).text).toHaveLength(599);
  });
});
