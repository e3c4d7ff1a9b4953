// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { frameStory } from '../../../src/ui/popup/frame-story.ts';
import type { StoryAtOnce } from '../../../src/ui/popup/story-at-once.ts';

const FRAME = readFileSync('src/ui/popup/index.html', 'utf8');

const HTML = `<p>The first ferry.</p><p>${'Long. '.repeat(400)}</p><p>The last ferry.</p>`;

function shown(changes: Partial<StoryAtOnce> = {}): StoryAtOnce {
  return { html: HTML, title: 'The ferry', language: 'en', direction: 'ltr', ...changes };
}

beforeEach(() => {
  document.body.innerHTML = FRAME.slice(FRAME.indexOf('<main'), FRAME.indexOf('</body>'));
});

describe('a story in the frame of the document', () => {
  it('takes the place of its skeleton, under its title, in its language', () => {
    frameStory(document).draw(shown({ title: 'مرفأ', direction: 'rtl', language: 'ar' }));
    const drawn = document.querySelector<HTMLElement>('.body .story');
    expect(drawn?.textContent).toContain('The first ferry.');
    expect([drawn?.dir, drawn?.lang]).toEqual(['rtl', 'ar']);
    expect(document.querySelector('.headline')?.textContent).toBe('مرفأ');
    expect(document.querySelector('.skeleton-story')).toBeNull();
  });

  it('is taken from there whole, once', () => {
    const frame = frameStory(document);
    frame.draw(shown());
    const paragraph = document.querySelector('.story p');
    frame.end();
    expect(document.querySelector('.story')).toBeNull();
    const taken = frame.take(HTML);
    expect(taken?.firstChild).toBe(paragraph);
    expect(taken?.textContent).toContain('The last ferry.');
    expect(frame.take(HTML)).toBeUndefined();
  });

  it('keeps the keys for the editor, until that listens', () => {
    const frame = frameStory(document);
    const enter = new KeyboardEvent('keydown', { key: 'Enter' });
    document.dispatchEvent(enter);
    expect(frame.takeKeys()).toEqual([enter]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(frame.takeKeys()).toEqual([]);
  });

  it('leaves nothing of the frame to the editor but how far the reader has scrolled', () => {
    const frame = frameStory(document);
    const scroller = document.querySelector('.scroller');
    if (scroller) scroller.scrollTop = 120;
    expect(frame.end()).toBe(120);
    expect(document.body.childNodes).toHaveLength(0);
  });

  it('is not taken for another', () => {
    const frame = frameStory(document);
    frame.draw(shown());
    expect(frame.take('<p>Another.</p>')).toBeUndefined();
  });

  it('is left to the editor that is there already', () => {
    const frame = frameStory(document);
    frame.end();
    frame.draw(shown());
    expect(document.querySelector('.story')).toBeNull();
  });
});
