import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { hideByStyleSheets } from '../../../src/core/static-page/hide-by-style-sheets.ts';

function hiddenIn(html: string): string[] {
  const { document } = new JSDOM(html).window;
  hideByStyleSheets(document, document.styleSheets);
  return Array.from(document.querySelectorAll('[hidden]')).map(({ id }) => id);
}

describe('hideByStyleSheets', () => {
  it('marks what a style sheet of the page keeps out of sight', () => {
    const page = `<style>.gone, aside > p { display: none } #veil { visibility: hidden; color: red }</style>
      <p id="gone" class="gone">a</p><p id="shown">b</p><aside><p id="aside">c</p></aside><p id="veil">d</p>`;
    expect(hiddenIn(page)).toEqual(['gone', 'aside', 'veil']);
  });

  it('lets a later rule show again what an earlier one hides', () => {
    const page = `<style>.tab { display: none } .tab.open { display: block }</style>
      <p id="one" class="tab open">a</p><p id="two" class="tab">b</p>`;
    expect(hiddenIn(page)).toEqual(['two']);
  });

  it('leaves rules for print, and selectors that nobody can read, alone', () => {
    const page = `<style>@media print { p { display: none } } p:::x { display: none } p:-foo() { display: none }</style><p id="one">a</p>`;
    expect(hiddenIn(page)).toEqual([]);
  });
});
