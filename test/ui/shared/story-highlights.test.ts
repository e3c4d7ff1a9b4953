// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeAll, expect, test, vi } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import type { Highlight } from '../../../src/core/model/highlight.ts';
import { createTranslator, lookupIn } from '../../../src/i18n/translator.ts';
import { StoryHighlights, type StoryHighlightsProps } from '../../../src/ui/shared/highlights/story-highlights.tsx';
import { Translation } from '../../../src/ui/shared/translation.tsx';

const STORY = 'The ferry left at dawn. Nobody was on board.';

beforeAll(() => {
  // What jsdom has not. Ids of highlights need no escape.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});

/** Draws a story in which nothing is marked yet, with a view of it that can be drawn anew. */
async function openStory(changes: Pick<StoryHighlightsProps, 'onPut' | 'onRemove'>) {
  document.body.innerHTML = `<p>${STORY}</p><div id="view"></div>`;
  const current = document.querySelector('p');
  const view = document.querySelector('#view');
  if (!current?.firstChild || !view) throw new Error('the page is not drawn');
  getSelection()?.setBaseAndExtent(current.firstChild, 4, current.firstChild, 9);
  const draw = (highlights: readonly Highlight[]): void => {
    const props: StoryHighlightsProps = { container: { current }, highlights, ...changes };
    const translator = createTranslator(lookupIn(english));
    render(h(Translation.Provider, { value: translator }, h(StoryHighlights, props)), view);
  };
  // The page listens to keys once it was painted.
  await act(() => draw([]));
  return draw;
}

/** What a browser does between two keys at the least. */
const untilNextKey = () => new Promise((resolve) => setTimeout(resolve));

async function press(key: string): Promise<void> {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await untilNextKey();
}

const focusedNote = () => (document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : undefined);

async function type(text: string): Promise<void> {
  const note = focusedNote();
  if (!note) throw new Error('no note has the focus');
  note.value = text;
  note.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await untilNextKey();
}

test('the key after n goes to the note, though the disk has not kept the mark yet', async () => {
  const put: Highlight[] = [];
  const answers: ((isKept: boolean) => void)[] = [];
  const draw = await openStory({
    onPut(highlight) {
      put.push(highlight);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  await press('2');
  await press('n');
  const note = focusedNote();
  expect(note).toBeDefined();
  await type('By whom');

  draw(put.slice(0, 1));
  answers[0]?.(true);
  await untilNextKey();
  expect(focusedNote()).toBe(note);
  expect(note?.value).toBe('By whom');
  note?.blur();
  expect(put.map(({ note }) => note)).toEqual(['', 'By whom']);
});

test('a mark that is not kept says so, and is tried again with the note that was typed', async () => {
  const put: Highlight[] = [];
  let isFull = true;
  const draw = await openStory({
    async onPut(highlight) {
      put.push(highlight);
      return !isFull;
    },
  });
  await press('2');
  await press('n');
  await type('By whom');
  focusedNote()?.blur();
  await untilNextKey();
  expect(document.querySelector('.highlight')?.textContent).toContain('Not kept yet.');
  expect(document.querySelector('textarea')?.value).toBe('By whom');

  isFull = false;
  const retry = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Try again');
  retry?.click();
  draw(put.slice(-1));
  await untilNextKey();
  expect(put.map(({ note }) => note)).toEqual(['', 'By whom', 'By whom']);
  expect(document.querySelectorAll('.highlight')).toHaveLength(1);
  expect(document.querySelector('.highlight')?.textContent).not.toContain('Not kept yet.');
});

test('a mark that is not kept can be removed', async () => {
  const removed: string[] = [];
  await openStory({
    onPut: async () => false,
    onRemove: async ({ id }) => Boolean(removed.push(id)),
  });
  await press('1');
  expect(document.querySelector('.highlight')?.textContent).toContain('Not kept yet.');
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Remove highlight');
  button?.click();
  await untilNextKey();
  expect(document.querySelector('.highlight')).toBe(null);
  expect(removed).toEqual([]);
});
