import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS } from './page.ts';

describe('a story that the first attempt misses', () => {
  /** By their names the strictest attempt passes over headline and story, and finds a note. */
  const html = `<!doctype html><html lang="en"><head><title>The lighthouse goes dark</title></head><body>
<div class="remark"><h1>The lighthouse goes dark</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></div>
<div class="note"><p>The next issue of this paper is on sale from Thursday in all the shops along the harbour wall.</p></div>
<div class="remark">${PARAGRAPHS.map((text) => `<p>${text.replace('.', ', as they say.')}</p>`).join('')}
${PARAGRAPHS.map((text) => `<p>${text.replace('.', ', as he says.')}</p>`).join('')}</div>
</body></html>`;

  it('is looked for again before the lines below the headline are believed', () => {
    const { text, warnings } = extract(html);
    for (const paragraph of PARAGRAPHS.slice(2)) expect(text).toContain(paragraph.replace('.', ', as they say.'));
    expect(warnings).not.toContain('body-uncertain');
  });
});
