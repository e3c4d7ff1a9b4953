import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page } from './page.ts';

const line = (words: string): string => `<p>READ MORE: <a href="/${words.length}">${words}</a></p>`;

describe('the trace', () => {
  it('tells what stood between kept paragraphs from what stood around them', () => {
    const [first, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
    const after = '<div class="share-bar">Share this story</div>';
    const { trace } = extract(page({ story: `${first}${line('The bells')}${rest.join('')}`, after }));
    expect(trace).toContainEqual(expect.objectContaining({ text: 'READ MORE: The bells', between: true }));
    expect(trace.find(({ pass }) => pass === 'share-bars')).not.toHaveProperty('between');
  });
});
