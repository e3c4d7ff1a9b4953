import { readFileSync } from 'node:fs';
import { effect } from '@preact/signals';
import { unwrap } from 'idb';
import { expect, test } from 'vitest';
import { ClipError } from '../../../src/core/model/failure.ts';
import type { Highlight } from '../../../src/core/model/highlight.ts';
import { createTranslator, lookupIn } from '../../../src/i18n/translator.ts';
import { readEditDraft } from '../../../src/library/commands/edit-drafts.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { newestStories } from '../../../src/library/queries/newest-stories.ts';
import { readClipHighlights } from '../../../src/library/queries/read-highlights.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { createActions } from '../../../src/ui/library/actions.ts';
import type { LibraryPorts } from '../../../src/ui/library/ports.ts';
import { createLibraryStore } from '../../../src/ui/library/store.ts';
import { createTransfer } from '../../../src/ui/library/transfer.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const english = new URL('../../../_locales/en/messages.json', import.meta.url);
const translator = createTranslator(lookupIn(JSON.parse(readFileSync(english, 'utf8'))));

/** Writes a row as a failing disk may leave it. */
function putRaw(library: Library, store: string, row: object): Promise<void> {
  return library.use(async (database) => {
    const transaction = unwrap(database).transaction(store, 'readwrite');
    transaction.objectStore(store).put(row);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  });
}

async function open(ids: readonly string[], library = temporaryLibrary(), edited = new Set<string>()) {
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
    async claimEditing(clipId) {
      if (edited.has(clipId)) return undefined;
      edited.add(clipId);
      return async () => void edited.delete(clipId);
    },
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
    openBatch() {},
    readSettings: async () => ({ settings: { preset: 'hugo' }, presets: {}, sites: {} }),
    async applySettings({ settings }) {
      applied = settings;
      return { taken: ['preset'], left: [] };
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

test('a key that is pressed before the clip is read means that clip', async () => {
  const { store } = await open(['a', 'b', 'c']);
  void store.move(1);
  const opened = store.opened();
  void store.move(1);
  expect((await opened)?.clip.id).toBe('b');
});

test('deleting moves on to the next, and undoing comes back', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  await store.go({ clip: 'b' });
  await actions.remove(['b']);
  expect(store.ids.value).toEqual(['a', 'c']);
  expect(store.view.value.clip).toBe('c');
  expect(store.notice.value?.text).toBe('1 clip moved to the trash. Its file stays.');
  await actions.undo();
  expect(store.ids.value).toEqual(['a', 'b', 'c']);
  expect(store.reading.value?.clip.id).toBe('b');
});

test('keys that are pressed at once are for what each leaves to the next', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  await store.go({ clip: 'a' });
  await Promise.all([actions.removeChosen(), actions.removeChosen(), actions.removeChosen()]);
  expect(store.ids.value).toEqual([]);
  await Promise.all([actions.undo(), actions.undo()]);
  expect(store.ids.value).toEqual(['b', 'c']);
});

test('what is being done is taken back before what was done', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  await actions.remove(['a']);
  await Promise.all([actions.remove(['b']), actions.undo()]);
  expect(store.ids.value).toEqual(['b', 'c']);
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

test('deleting many shows how far it is, can be stopped, and is taken back as far as it went', async () => {
  const ids = Array.from({ length: 1_200 }, (_, n) => `clip-${n}`);
  const { store, actions } = await open(ids);
  const shown: string[] = [];
  const stop = effect(() => {
    const progress = store.progress.value;
    if (!progress) return;
    shown.push(`${progress.done} of ${progress.total}`);
    if (progress.done === 500) progress.cancel?.();
  });
  await actions.remove(ids);
  stop();
  expect(shown).toEqual(['0 of 1200', '500 of 1200']);
  expect(store.progress.value).toBeUndefined();
  expect(store.ids.value).toHaveLength(200);
  expect(store.notice.value?.text).toContain('1,000 clips');
  await actions.undo();
  expect(store.ids.value).toHaveLength(1_200);
});

test('tagging many shows how far it is, and one step takes the tag from all that got it', async () => {
  const ids = Array.from({ length: 450 }, (_, n) => `clip-${n}`);
  const { store, actions, drains } = await open(ids);
  const tagged = () => [...store.libraryData.value.clips.values()].filter(({ tags }) => tags.includes('pier'));
  await actions.addTag(['clip-7'], 'pier');
  const shown: string[] = [];
  const stop = effect(() => {
    const progress = store.progress.value;
    if (progress) shown.push(`${progress.done} of ${progress.total}`);
  });
  await actions.addTag(ids, 'pier');
  stop();
  expect(shown).toEqual(['0 of 450', '200 of 450', '400 of 450']);
  expect(store.progress.value).toBeUndefined();
  expect(store.notice.value?.text).toContain('449 clips');
  expect(tagged().map(({ tags, version }) => [tags.filter((each) => each === 'pier').length, version])).toEqual(
    ids.map(() => [1, 2]),
  );
  expect(drains()).toBe(2);
  await actions.undo();
  expect(tagged().map(({ id }) => id)).toEqual(['clip-7']);
});

test('where a part of many fails, what was done before it can be taken back', async () => {
  const ids = Array.from({ length: 450 }, (_, n) => `clip-${n}`);
  const disk = temporaryLibrary();
  let isGone = false;
  const library: Library = {
    ...disk,
    use(work) {
      if (isGone) throw new ClipError('library-unavailable', 'the disk is gone');
      return disk.use(work);
    },
  };
  const { store, actions } = await open(ids, library);
  const tagged = () => [...store.libraryData.value.clips.values()].filter(({ tags }) => tags.includes('pier'));
  const stop = effect(() => {
    isGone = store.progress.value?.done === 200;
  });
  await actions.addTag(ids, 'pier');
  stop();
  expect(store.notice.value).toMatchObject({ failure: { code: 'library-unavailable' } });
  expect(tagged()).toHaveLength(200);
  await actions.undo();
  expect(tagged()).toEqual([]);
});

test('a backup given out brings back what was deleted since', async () => {
  const { store, actions, transfer, files, applied } = await open(['a', 'b']);
  await transfer.backUp();
  expect(files[0]?.name).toBe('jianbao-2024-03-03.zip');
  await actions.remove(['a', 'b']);
  await transfer.restore(new File([files[0]?.content ?? ''], 'backup.zip'));
  expect(store.ids.value.toSorted()).toEqual(['a', 'b']);
  expect(store.notice.value?.text).toBe('2 clips restored. Settings taken: preset.');
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

test('a later notice takes no way back away: each step is undone in its turn', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  await actions.remove(['a']);
  await actions.addTag(['b', 'c'], '轮渡');
  await actions.edit('b', { title: 'A new headline', tags: ['one'] }, 'noted');
  store.notice.value = { text: 'something else' };
  await actions.undo();
  expect(store.libraryData.value.clips.get('b')).toMatchObject({ title: '渡轮星期一恢复行驶', notes: '' });
  expect(store.libraryData.value.clips.get('b')?.tags).toContain('轮渡');
  await actions.undo();
  expect([...store.libraryData.value.clips.values()].flatMap(({ tags }) => tags)).not.toContain('轮渡');
  await actions.undo();
  expect(store.ids.value.toSorted()).toEqual(['a', 'b', 'c']);
  await actions.undo();
  expect(store.ids.value.toSorted()).toEqual(['a', 'b', 'c']);
});

test('a step that cannot be undone now can be undone later', async () => {
  const { store, actions } = await open(['a']);
  await actions.remove(['a']);
  const { announce } = store.ports.changes;
  store.ports.changes.announce = () => {
    throw new Error('not now');
  };
  await actions.undo();
  expect(store.notice.value?.failure?.detail).toBe('not now');
  store.ports.changes.announce = announce;
  await actions.undo();
  expect(store.ids.value).toEqual(['a']);
});

test('the trash lists what was deleted, gives it back, and is emptied only when the user says so', async () => {
  const { store, actions } = await open(['a', 'b', 'c']);
  await actions.remove(['a', 'b']);
  await store.goToFilter({ filter: 'trash' });
  expect(store.ids.value).toEqual(['a', 'b']);
  expect(store.tallies.value.filters).toMatchObject({ all: 1, trash: 2 });
  await store.go({ q: 'number 1' });
  expect(store.ids.value).toEqual(['b']);
  await store.go({ q: '', clip: 'b' });
  expect(store.reading.value).toMatchObject({ clip: { id: 'b' }, deletedAt: 1_709_500_000_000 });
  await actions.bringBack(['b']);
  expect(store.ids.value).toEqual(['a']);
  const first = actions.empty();
  store.question.value?.answer(false);
  await first;
  expect(store.ids.value).toEqual(['a']);
  const second = actions.empty();
  store.question.value?.answer(true);
  await second;
  expect(store.ids.value).toEqual([]);
  await store.goToFilter({});
  expect(store.ids.value).toEqual(['b', 'c']);
});

test('what was typed and not saved is there when the editor is opened again, also on another page', async () => {
  const { store, actions, library } = await open(['a', 'b']);
  await store.go({ clip: 'a' });
  const fields = { title: 'half a', authors: '', tags: '', notes: '', markdown: '…' };
  store.drafts.keep({ clipId: 'a', version: 1, fields: { ...fields, title: 'h' }, typedAt: 1 });
  store.drafts.keep({ clipId: 'a', version: 1, fields, typedAt: 1 });
  await store.go({ clip: 'b' });
  expect(store.drafts.current.value).toBeUndefined();
  await store.go({ clip: 'a' });
  expect(store.drafts.current.value?.fields).toEqual(fields);
  expect((await readEditDraft(library, 'a'))?.fields).toEqual(fields);
  const draft = store.drafts.current.value;
  if (draft) await actions.discardDraft(draft);
  expect(await readEditDraft(library, 'a')).toBeUndefined();
  await actions.undo();
  expect(store.drafts.current.value?.fields).toEqual(fields);
  await actions.edit('a', { title: 'whole' }, '');
  expect(store.drafts.current.value).toBeUndefined();
});

test('one window at a time edits a clip, and what it typed is there for the next', async () => {
  const edited = new Set<string>();
  const first = await open(['a', 'b'], temporaryLibrary(), edited);
  const second = await open([], first.library, edited);
  const fields = { title: 'typed first', authors: '', tags: '', notes: '', markdown: '…' };
  const typed = { clipId: 'a', version: 1, fields, typedAt: 1 };
  await first.store.go({ clip: 'a' });
  await second.store.go({ clip: 'a' });
  await first.actions.openEditor();
  first.store.drafts.keep(typed);
  await second.actions.openEditor();
  expect(second.store.isEditing.value).toBe(false);
  expect(second.store.notice.value?.failure?.code).toBe('edited-elsewhere');
  await second.actions.discardDraft(typed);
  expect(first.store.drafts.current.value).toEqual(typed);

  first.store.isEditing.value = false;
  await first.store.drafts.release();
  await second.actions.openEditor();
  expect(second.store.isEditing.value).toBe(true);
  expect(second.store.drafts.current.value).toEqual(typed);
  await second.actions.edit('a', { title: 'saved second' }, '');
  await first.store.refresh(['a']);
  expect(first.store.drafts.current.value).toBeUndefined();
  await first.actions.openEditor();
  expect(first.store.isEditing.value).toBe(true);
});

test('an earlier version comes back, and that is undone too', async () => {
  const { store, actions } = await open(['a']);
  await store.go({ clip: 'a' });
  await actions.edit('a', { title: 'second' }, '');
  await actions.restore('a', 1);
  expect(store.reading.value?.clip).toMatchObject({ title: '渡轮星期一恢复行驶', version: 3 });
  await actions.undo();
  expect(store.reading.value?.clip).toMatchObject({ title: 'second', version: 4 });
});

test('undo takes back the note that is still being kept, then its mark', async () => {
  const { library, actions } = await open(['a']);
  const anchor = { exact: 'story', prefix: '', suffix: ' number 0', start: 0 };
  const mark: Highlight = { id: 'm', anchor, colour: 'blue', note: '', createdAt: 1 };
  const noted = [actions.mark('a', mark), actions.mark('a', { ...mark, note: 'typed' })];
  await actions.undo();
  await Promise.all(noted);
  expect(await readClipHighlights(library, 'a')).toEqual([mark]);
  await actions.undo();
  expect(await readClipHighlights(library, 'a')).toEqual([]);
});

test('rows that are damaged are marked; all others are listed, counted, searched and read', async () => {
  const { store, library } = await open(['a', 'b', 'c']);
  const [, b] = await library.use((database) => database.getAll('clips'));
  await putRaw(library, 'clips', { ...b, tags: undefined, title: 7 });
  await putRaw(library, 'texts', { clipId: 'c' });
  await putRaw(library, 'contents', { clipId: 'c' });
  await putRaw(library, 'deliveries', { clipId: 'a', targetId: 'downloads' });
  await putRaw(library, 'targets', { id: 'folder:1' });
  await putRaw(library, 'trash', { id: 't' });
  await store.load();
  expect(store.ids.value.toSorted()).toEqual(['a', 'b', 'c']);
  expect(store.tallies.value.filters).toMatchObject({ all: 3, trash: 1 });
  expect(store.libraryData.value.clips.get('b')).toMatchObject({ title: 'b', isDamaged: true });
  expect(store.libraryData.value.deliveries.get('a')).toMatchObject([{ state: 'failed' }]);
  await store.go({ q: 'story number 0', clip: 'c' });
  expect(store.ids.value).toEqual(['a']);
  expect(store.reading.value).toMatchObject({ clip: { id: 'c', isDamaged: true } });
});
