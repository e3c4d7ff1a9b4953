import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTranslator, lookupIn } from '../../../src/i18n/translator.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { newestStories } from '../../../src/library/queries/newest-stories.ts';
import { createActions } from '../../../src/ui/library/actions.ts';
import type { LibraryPorts } from '../../../src/ui/library/ports.ts';
import { createLibraryStore } from '../../../src/ui/library/store.ts';
import { createTransfer } from '../../../src/ui/library/transfer.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const english = new URL('../../../_locales/en/messages.json', import.meta.url);
const translator = createTranslator(lookupIn(JSON.parse(readFileSync(english, 'utf8'))));

async function open(ids: readonly string[]) {
  const library = temporaryLibrary();
  for (const [n, id] of ids.entries()) {
    const article = story({ text: `story number ${n}`, url: `https://news.example/${id}` });
    await saveClip(library, saveRequest(id, { article, now: 100 - n }));
  }
  const files: { name: string; content: Blob }[] = [];
  let drains = 0;
  let applied: unknown;
  const ports: LibraryPorts = {
    library,
    changes: { announce() {}, listen: () => () => {}, close() {} },
    now: () => 1_709_500_000_000,
    newId: () => 'new',
    folders: {
      directoryOf: ({ id }) => {
        throw new Error(`nobody reads ${id}`);
      },
      watch: () => undefined,
      import: async ({ id }) => {
        throw new Error(`nobody imports ${id}`);
      },
      refreshIndex: async () => {},
      grantOf: async () => 'granted',
      requestGrant: async () => 'granted',
    },
    async drain() {
      drains++;
    },
    requestSites: async () => true,
    writePost: async (draft) => ({ path: 'a.md', frontMatter: '', body: '', text: draft.title, assets: [] }),
    giveFile: (name, content) => files.push({ name, content }),
    async showDownload() {},
    openOptions() {},
    readSettings: async () => ({ preset: 'hugo' }),
    async applySettings(settings) {
      applied = settings;
    },
  };
  const store = createLibraryStore(ports);
  await store.load();
  return {
    library,
    store,
    files,
    actions: createActions(store, translator),
    transfer: createTransfer(store, translator),
    drains: () => drains,
    applied: () => applied,
  };
}

test('lists, searches and moves about', async () => {
  const { store } = await open(['a', 'b', 'c']);
  expect(store.ids.value).toEqual(['a', 'b', 'c']);
  await store.go({ q: 'number 1' });
  expect(store.ids.value).toEqual(['b']);
  await store.go({ q: '' });
  await store.move(1);
  await store.move(1);
  expect(store.reading.value?.clip.id).toBe('b');
  await store.move(99);
  expect(store.view.value.clip).toBe('c');
  expect(store.hash.value).toBe('#clip=c');
});

test('deleting moves on to the next, and undoing comes back', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  await store.go({ clip: 'b' });
  await actions.remove(['b']);
  expect(store.ids.value).toEqual(['a', 'c']);
  expect(store.view.value.clip).toBe('c');
  expect(store.notice.value?.text).toBe('1 clip deleted. Its file stays.');
  await actions.undo();
  expect(store.ids.value).toEqual(['a', 'b', 'c']);
  expect(store.reading.value?.clip.id).toBe('b');
});

test('an edit is kept, found and sent on its way', async () => {
  const { store, actions, drains } = await open(['a', 'b']);
  await store.go({ clip: 'a' });
  store.isEditing.value = true;
  await actions.edit('a', { title: 'A new headline', tags: ['one'] }, 'noted');
  expect(store.isEditing.value).toBe(false);
  expect(store.reading.value).toMatchObject({ clip: { title: 'A new headline', version: 2, notes: 'noted' } });
  await store.go({ q: 'NEW headline' });
  expect(store.ids.value).toEqual(['a']);
  expect(drains()).toBe(1);
});

test('many are tagged at once', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  store.select('a');
  await store.go({ clip: 'a' });
  store.selectTo('b');
  await actions.addTag([...store.selected.value], '轮渡');
  await store.goToFilter({ tag: '轮渡' });
  expect(store.ids.value).toEqual(['a', 'b']);
});

test('a backup given out brings back what was deleted since', async () => {
  const { store, actions, transfer, files, applied } = await open(['a', 'b']);
  await transfer.backUp();
  expect(files[0]?.name).toBe('jianbao-2024-03-03.zip');
  await actions.remove(['a', 'b']);
  await transfer.restore(new File([files[0]?.content ?? ''], 'backup.zip'));
  expect(store.ids.value.toSorted()).toEqual(['a', 'b']);
  expect(store.notice.value?.text).toBe('2 clips restored.');
  expect(applied()).toEqual({ preset: 'hugo' });
});

test('what fails is said, and nothing is lost', async () => {
  const { store, actions } = await open(['a']);
  store.ports.changes.announce = () => {
    throw new Error('the channel is closed');
  };
  await actions.addTag(['a'], 'x');
  expect(store.notice.value).toMatchObject({ failure: { code: 'unexpected', detail: 'the channel is closed' } });
  expect(store.libraryData.value.clips.get('a')?.tags).toContain('x');
});

test('what is shown first stays where it is when the other clips have come', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `clip-${n}`);
  const { store, library } = await open(ids);
  const first = await newestStories(library, 30);
  expect(first.map(({ id }) => id)).toEqual(store.ids.value.slice(0, 30));
});
