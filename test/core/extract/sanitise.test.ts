import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { sanitise } from '../../../src/core/extract/sanitise.ts';

function sanitised(html: string): string {
  const { window } = new JSDOM(`<!doctype html><body><main>${html}</main>`);
  const root = window.document.querySelector('main');
  if (!root) throw new Error('the fixture has no main element');
  sanitise(root, window);
  return root.innerHTML;
}

it('keeps attributes that are no addresses: spans, numbering, languages, classes of code', () => {
  const kept = [
    '<table><tbody><tr><td colspan="2" rowspan="3" align="right">a</td></tr></tbody></table>',
    '<ol start="3" reversed=""><li value="7">b</li></ol>',
    '<p lang="zh-Hans" dir="rtl">c <time datetime="2026-11-18">d</time></p>',
    '<pre><code class="language-js">e</code></pre>',
  ].join('');
  expect(sanitised(kept)).toBe(kept);
});

it('drops addresses that act, and keeps those that lead somewhere', () => {
  expect(sanitised('<a href="javascript:alert(1)">a</a>')).toBe('<a>a</a>');
  expect(sanitised('<a href="https://example.com/">c</a>')).toBe('<a href="https://example.com/">c</a>');
});
