import { describe, expect, it } from 'vitest';
import { type HandedStory, handOverStory, readHandedStory, type SessionStore } from '../../src/app/handed-story.ts';

/** Session storage with room for so many characters. */
function sessionOf(room: number): SessionStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: async (key) => kept.get(key),
    async write(key, value) {
      const others = [...kept].filter(([other]) => other !== key).map(([, each]) => JSON.stringify(each));
      const size = [...others, JSON.stringify(value) ?? ''].reduce((sum, { length }) => sum + length, 0);
      if (size > room) throw new Error('quota exceeded');
      if (value === undefined) kept.delete(key);
      else kept.set(key, value);
    },
  };
}

const story = (title: string, length = 100): HandedStory => ({
  title,
  sourceTitle: 'The bell is hung again',
  authors: 'Ana Duarte',
  date: '2026-03-09 08:00',
  siteName: 'Harbour Courier',
  url: 'https://courier.example/bell',
  language: 'en',
  direction: 'ltr',
  story: { html: `<p>${'a'.repeat(length)}</p>` },
});

describe('a story handed to the reader view', () => {
  it('is there at every reload', async () => {
    const session = sessionOf(1e6);
    const id = await handOverStory(story('The bell'), session);
    expect(await readHandedStory(id, session)).toEqual(story('The bell'));
    expect(await readHandedStory(id, session)).toEqual(story('The bell'));
  });

  it('is known no more where nothing, or something else, is kept under its id', async () => {
    const session = sessionOf(1e6);
    expect(await readHandedStory('none', session)).toBeUndefined();
    session.kept.set('reading none', { title: 'The bell' });
    expect(await readHandedStory('none', session)).toBeUndefined();
  });

  it('leaves room for drafts: the oldest of many is dropped', async () => {
    const session = sessionOf(1e6);
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await handOverStory(story(`Story ${n}`), session));
    const found = await Promise.all(ids.map((id) => readHandedStory(id, session)));
    expect(found.map((each) => each?.title)).toEqual([
      ...[undefined, undefined, 'Story 2', 'Story 3', 'Story 4'],
      ...['Story 5', 'Story 6', 'Story 7', 'Story 8', 'Story 9'],
    ]);
    expect(session.kept.size).toBe(9);
  });

  it('takes the room of older ones where it does not fit, and throws where it never fits', async () => {
    const session = sessionOf(3_000);
    const first = await handOverStory(story('First', 1_500), session);
    const second = await handOverStory(story('Second', 2_000), session);
    expect(await readHandedStory(first, session)).toBeUndefined();
    expect((await readHandedStory(second, session))?.title).toBe('Second');
    await expect(handOverStory(story('Third', 5_000), session)).rejects.toThrow('quota exceeded');
  });
});
