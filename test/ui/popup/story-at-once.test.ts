import { describe, expect, it } from 'vitest';
import { storyAtOnce } from '../../../src/ui/popup/story-at-once.ts';
import { story } from '../../fakes/story.ts';

const URL = 'https://news.example/ferry';

function answer(changes: object = {}): object {
  return { ok: true, pageUrl: URL, article: { ...story(), html: '<p>The ferry.</p>' }, ...changes };
}

describe('a story before its answer is checked', () => {
  it('is the article, or what is selected of it', () => {
    expect(storyAtOnce(answer(), URL)?.html).toBe('<p>The ferry.</p>');
    const selection = { ...story(), html: '<p>Only this.</p>' };
    expect(storyAtOnce(answer({ selection }), `${URL}#top`)?.html).toBe('<p>Only this.</p>');
  });

  it('is left to the editor where that has something to say', () => {
    expect(storyAtOnce(answer({ ok: false, failure: { code: 'pdf', detail: '' } }), URL)).toBeUndefined();
    expect(storyAtOnce(answer({ pageUrl: 'https://news.example/other' }), URL)).toBeUndefined();
    expect(storyAtOnce(answer({ article: { ...story(), warnings: ['paywall'] } }), URL)).toBeUndefined();
  });

  it('is nothing where the page answers something else', () => {
    const wrong = [
      undefined,
      null,
      1,
      'ok',
      [],
      {},
      { wanted: ['maths'] },
      answer({ pageUrl: 1 }),
      answer({ article: [] }),
    ];
    for (const field of ['html', 'title', 'language', 'warnings']) {
      wrong.push(answer({ article: { ...story(), [field]: 7 } }));
    }
    for (const each of wrong) expect(storyAtOnce(each, URL)).toBeUndefined();
  });
});
