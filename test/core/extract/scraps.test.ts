import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS } from './page.ts';

describe('a story that the first attempt misses', () => {
  /** The names make Readability's strictest attempt pass over the story. */
  const html = `<!doctype html><html lang="en"><head><title>The lighthouse goes dark</title></head><body>
<div class="head"><h1>The lighthouse goes dark</h1><div class="standfirst"><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></div></div>
<div class="extra remark"><story>${PARAGRAPHS.map((text) => `<p class="remark">${text.replace('.', ', as they say.')}</p>`).join('')}</story></div>
</body></html>`;

  it('is looked for again before the lines below the headline are believed', () => {
    const { text, warnings } = extract(html);
    for (const paragraph of PARAGRAPHS.slice(2)) expect(text).toContain(paragraph.replace('.', ', as they say.'));
    expect(warnings).not.toContain('body-uncertain');
  });
});
