// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import type { ClipAnswer } from '../../../src/core/model/clip-answer.ts';
import { choiceOf, takeOut, undoChoice } from '../../../src/ui/popup/blocks/choose-blocks.ts';
import {
  type Editing,
  editMarkdown,
  type PopupState,
  receiveAnswer,
  startReading,
} from '../../../src/ui/popup/model.ts';
import type { PopupStore } from '../../../src/ui/popup/store.ts';
import { story } from '../../fakes/story.ts';

vi.mock('../../../src/platform/load-completion.ts', () => ({ loadCompletion: async () => ({ toMarkdown }) }));

const URL = 'https://news.example/ferry';

/** The part of the popup's store that a choice goes through. */
function openStore(): PopupStore {
  const page = { title: 'Ferries', url: URL };
  const article = { ...story({ text: 'One. Two. Three.', url: URL }), html: '<p>One.</p><p>Two.</p><p>Three.</p>' };
  const answer: ClipAnswer = { ok: true, pageUrl: URL, article };
  const state = signal<PopupState>(receiveAnswer(startReading(page), answer, 'jekyll'));
  const update = (transition: (editing: Editing) => Editing): void => {
    if (state.value.phase === 'editing') state.value = transition(state.value);
  };
  return Object.assign(Object.create(null), { state, update });
}

test('two blocks that are taken out in a row are both out, though the code for it was not loaded yet', async () => {
  const store = openStore();
  expect(await Promise.all([takeOut(store, 0), takeOut(store, 2)])).toEqual([true, true]);
  expect(choiceOf(store).out).toEqual([0, 2]);
  expect(choiceOf(store).history).toHaveLength(2);
});

test('a choice is taken back though the code for it was not loaded yet', async () => {
  const store = openStore();
  await Promise.all([takeOut(store, 0), undoChoice(store)]);
  expect(choiceOf(store)).toMatchObject({ out: [], history: [] });
});

test('a choice that the user’s own Markdown cannot take is asked about, and is not said to be done', async () => {
  const store = openStore();
  store.update((editing) => editMarkdown(editing, 'Nothing of the page.'));
  expect(await takeOut(store, 1)).toBe(false);
  expect(choiceOf(store)).toMatchObject({ out: [], asking: { out: [1] } });
});
