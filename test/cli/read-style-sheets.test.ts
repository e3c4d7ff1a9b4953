import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/cli/page-tree/parse-page.ts';
import { readStyleSheets } from '../../src/cli/read-style-sheets.ts';

describe('readStyleSheets', () => {
  it('reads the rules that hold on every screen, with their last values', () => {
    const page = `<style>/* a */ .gone, aside > p { color: red; display: none } p { margin: 0 }
      .a:not(.b) { display: none; DISPLAY: Block !important } @media print { p { display: none } }
      #veil { visibility: hidden }</style><style>i { display: none } .broken { width: calc(1px + ; }</style>
      <style type="text/plain">p { display: none }</style><style media="screen">i { display: block }</style>`;
    const document = parsePage(page, 'https://news.example/');
    const ours = readStyleSheets(document).flatMap(({ cssRules }) => [...cssRules]);
    expect(ours).toEqual([
      { selectorText: '.gone, aside > p', style: { display: 'none', visibility: '' } },
      { selectorText: '.a:not(.b)', style: { display: 'block', visibility: '' } },
      { selectorText: '#veil', style: { display: '', visibility: 'hidden' } },
      { selectorText: 'i', style: { display: 'none', visibility: '' } },
      { selectorText: 'i', style: { display: 'block', visibility: '' } },
    ]);
  });
});
