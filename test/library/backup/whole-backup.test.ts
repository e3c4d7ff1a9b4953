import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BACKUP_LIMITS, readBackup } from '../../../src/library/backup/read-backup.ts';
import { openZip } from '../../../src/library/backup/read-zip.ts';
import { writeBackup } from '../../../src/library/backup/write-backup.ts';
import { changeHighlights } from '../../../src/library/commands/change-highlights.ts';
import { deleteClips } from '../../../src/library/commands/delete-clips.ts';
import { keepEditDraft, readEditDraft } from '../../../src/library/commands/edit-drafts.ts';
import { addFeed } from '../../../src/library/commands/feeds.ts';
import { adoptClips } from '../../../src/library/commands/folder-files.ts';
import { keepPicture, keptPictures } from '../../../src/library/commands/pictures.ts';
import { restoreClips } from '../../../src/library/commands/restore-clips.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import type { EditDraft } from '../../../src/library/model/edit-draft.ts';
import type { FeedStory, FollowedFeed } from '../../../src/library/model/followed-feed.ts';
import { listFeeds } from '../../../src/library/queries/feeds.ts';
import { listTrash } from '../../../src/library/queries/list-trash.ts';
import { listVersions } from '../../../src/library/queries/list-versions.ts';
import { listPendingHighlights } from '../../../src/library/queries/pending-highlights.ts';
import { readClipOrTrashed } from '../../../src/library/queries/read-whole-clip.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

function backUp(library: Library): Promise<Blob> {
  return writeBackup(library, { settings: {}, presets: {}, sites: {}, now: 1 });
}

function restore(library: Library, file: Blob) {
  const { signal } = new AbortController();
  return readBackup(library, file, { restoreId: '1-test', signal, onDamaged: async () => false });
}

/** Saves a clip under an address of its own, once for each text: the last one is its current version. */
async function save(library: Library, id: string, ...texts: string[]): Promise<void> {
  for (const [n, text] of (texts.length > 0 ? texts : [`text of ${id}`]).entries()) {
    const article = story({ url: `https://news.example/${id}`, text });
    await saveClip(library, saveRequest(id, { article, as: { kind: n === 0 ? 'new' : 'update', id }, now: n + 1 }));
  }
}

async function textsOf(library: Library, id: string): Promise<[version: number, text: string][]> {
  return (await listVersions(library, id)).map(({ clip, text }) => [clip.version, text]);
}

function draftOf(clipId: string, title: string, changes: Partial<EditDraft> = {}): EditDraft {
  const fields = { title, authors: '', tags: '', notes: '', markdown: '' };
  return { clipId, version: 1, fields, typedAt: 5, ...changes };
}

test('the trash comes back as the trash, with its moments, words, pictures and versions', async () => {
  const before = temporaryLibrary();
  await save(before, 'kept');
  await save(before, 'gone', 'first', 'second');
  await keepPicture(before, 'gone', 'https://news.example/1.png', { type: 'png', bytes: PNG });
  await deleteClips(before, ['gone'], 77);

  const after = temporaryLibrary();
  expect(await restore(after, await backUp(before))).toMatchObject({ restored: 1, trashed: 1, leftOut: [] });
  expect(await listTrash(after)).toMatchObject([{ id: 'gone', deletedAt: 77, deliveries: [] }]);
  const [was, is] = [await readClipOrTrashed(before, 'gone'), await readClipOrTrashed(after, 'gone')];
  expect(is).toEqual({ ...was, deliveries: [] });
  expect(await textsOf(after, 'gone')).toEqual([[1, 'first']]);
  expect(await keptPictures(after, 'gone')).toEqual(await keptPictures(before, 'gone'));
  expect(await restoreClips(after, ['gone'])).toEqual(['gone']);
});

test('a story that was deleted stays so for every folder, unless it is kept here', async () => {
  const before = temporaryLibrary();
  for (const id of ['gone', 'here']) await save(before, id);
  await deleteClips(before, ['gone', 'here'], 5);
  const after = temporaryLibrary();
  await save(after, 'here');
  await restore(after, await backUp(before));
  expect(await after.use((database) => database.getAllKeys('dismissals'))).toEqual(['news.example/gone']);
  const whole = await readClipOrTrashed(after, 'gone');
  if (!whole?.content || !whole.post) throw new Error('not in the trash');
  const { clip, content, post } = whole;
  const delivery = { clipId: clip.id, targetId: 'folder:1', state: 'done', version: 1 } as const;
  const row = { ...delivery, attempts: 0, nextAttemptAt: 0, receipts: [], reservedPaths: [] };
  expect(await adoptClips(after, [{ clip, content, text: '', post, targetIds: [], delivery: row }])).toBe(0);
});

test('a clip that is here stays, although the backup has it in the trash', async () => {
  const library = temporaryLibrary();
  await save(library, 'a', 'first', 'second');
  await deleteClips(library, ['a'], 5);
  const file = await backUp(library);
  await restoreClips(library, ['a']);
  expect(await restore(library, file)).toMatchObject({ restored: 0, trashed: 0, kept: 1 });
  expect(await listTrash(library)).toEqual([]);
  expect(await library.use((database) => database.getAllKeys('clips'))).toEqual(['a']);
});

test('versions are joined by their numbers, ten at most, and read as they were', async () => {
  const before = temporaryLibrary();
  await save(before, 'a', ...Array.from({ length: 9 }, (_, n) => `version ${n + 1}`));
  const file = await backUp(before);
  const after = temporaryLibrary();
  await restore(after, file);
  expect(await textsOf(after, 'a')).toEqual(await textsOf(before, 'a'));
  expect(await listVersions(after, 'a')).toEqual(await listVersions(before, 'a'));

  // The library goes on, and restores the old backup then.
  for (const n of [10, 11, 12, 13])
    await saveClip(
      after,
      saveRequest('a', { article: story({ text: `version ${n}` }), as: { kind: 'update', id: 'a' }, now: n }),
    );
  await after.use((database) => database.delete('versions', ['a', 9]));
  expect(await restore(after, file)).toMatchObject({ restored: 0, kept: 1 });
  const expected = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => [n, `version ${n}`]);
  expect(await textsOf(after, 'a')).toEqual(expected);
});

test('what is typed and not saved comes back, and never in the place of something newer', async () => {
  const before = temporaryLibrary();
  for (const id of ['a', 'b', 'c']) await save(before, id);
  await keepEditDraft(before, draftOf('a', 'typed'));
  await keepEditDraft(before, draftOf('b', 'typed', { typedAt: 9 }));
  await keepEditDraft(before, draftOf('c', 'typed', { typedAt: 9 }));
  const after = temporaryLibrary();
  for (const id of ['b', 'c']) await save(after, id);
  await keepEditDraft(after, draftOf('b', 'newer', { typedAt: 10 }));
  await keepEditDraft(after, draftOf('c', 'of a later version', { version: 2, typedAt: 1 }));
  await restore(after, await backUp(before));
  const titles = ['a', 'b', 'c'].map(async (id) => (await readEditDraft(after, id))?.fields.title);
  expect(await Promise.all(titles)).toEqual(['typed', 'newer', 'of a later version']);
});

test('followed feeds come back, without what belongs to the lost browser; what was decided of stories counts', async () => {
  const named = (id: string, state: FeedStory['state']): FeedStory => ({
    id,
    url: `https://news.example/${id}`,
    title: id,
    state,
  });
  const feed: FollowedFeed = {
    ...{ url: 'https://news.example/feed', name: 'Courier', state: 'active', clipsAtOnce: false, way: 'fetched' },
    ...{ presetId: 'hugo', targetId: 'folder:1', tags: ['harbour'], createdAt: 1, checkedAt: 2, nextAt: 3 },
    ...{ etag: '"1"', jobId: 'job', stories: [named('a', 'dismissed'), named('b', 'new')] },
  };
  const before = temporaryLibrary();
  await addFeed(before, feed);
  const file = await backUp(before);
  const empty = temporaryLibrary();
  expect(await restore(empty, file)).toMatchObject({ leftOut: [], isTaken: true });
  const { etag: _tag, jobId: _job, ...kept } = feed;
  expect(await listFeeds(empty)).toEqual([{ ...kept, targetId: 'downloads' }]);

  const other = temporaryLibrary();
  await addFeed(other, { ...feed, presetId: 'jekyll', stories: [named('c', 'new'), named('a', 'new')] });
  await restore(other, file);
  const [joined] = await listFeeds(other);
  expect(joined).toMatchObject({ presetId: 'jekyll', targetId: 'folder:1' });
  const states = joined?.stories.map(({ id, state }) => [id, state]) ?? [];
  expect(Object.fromEntries(states)).toEqual({ a: 'dismissed', b: 'new', c: 'new' });
});

test('a clip that is deleted while the backup is written is in it', async () => {
  const library = temporaryLibrary();
  for (const id of ['a', 'b']) await save(library, id);
  const deletions: Promise<unknown>[] = [];
  const onProgress = (): void => void deletions.push(deleteClips(library, ['b'], 5));
  const file = await writeBackup(library, { settings: {}, presets: {}, sites: {}, now: 1, onProgress });
  await Promise.all(deletions);
  const after = temporaryLibrary();
  expect(await restore(after, file)).toMatchObject({ restored: 2, isTaken: true });
});

test('a backup of an earlier version, without these parts, is restored as before', async () => {
  const library = temporaryLibrary();
  await save(library, 'a', 'first', 'second');
  const files = await unzip(await backUp(library));
  const clip = JSON.parse(text(files['clips/000000.json']));
  const { versions: _none, draft: _neither, ...old } = clip;
  const head = { format: 'jianbao-backup', version: 2, createdAt: 1, clips: 1 };
  const archive = zipSync({
    'jianbao-backup.json': bytes(JSON.stringify(head)),
    'settings.json': bytes('{}'),
    'clips/000000.json': bytes(JSON.stringify(old)),
  });
  const after = temporaryLibrary();
  const report = await restore(after, new Blob([new Uint8Array(archive)]));
  expect(report).toMatchObject({ restored: 1, trashed: 0, leftOut: [], isTaken: true });
});

test('of a backup of a newer version the known is taken, and the rest is named', async () => {
  const library = temporaryLibrary();
  await save(library, 'a');
  await keepEditDraft(library, draftOf('a', 'typed'));
  const files = await unzip(await backUp(library));
  const newer = zipSync({
    ...files,
    'jianbao-backup.json': bytes(JSON.stringify({ format: 'jianbao-backup', version: 99, clips: 1, trashed: 0 })),
    'highlights/000000.json': bytes('[]'),
  });
  const after = temporaryLibrary();
  const report = await restore(after, new Blob([new Uint8Array(newer)]));
  expect(report).toMatchObject({ restored: 1, isTaken: true });
  expect(report.leftOut.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
    'highlights/000000.json not-ours',
    'jianbao-backup.json newer',
  ]);
  expect((await readEditDraft(after, 'a'))?.fields.title).toBe('typed');
});

test('hostile versions and drafts are named, and do not take their clip with them', async () => {
  const library = temporaryLibrary();
  await save(library, 'a', 'first', 'second');
  await keepEditDraft(library, draftOf('a', 'typed'));
  const files = await unzip(await backUp(library));
  const versions = JSON.parse(text(files['versions/000000/0.json']));
  const archive = zipSync({
    ...files,
    'versions/000000/0.json': bytes(JSON.stringify([{ ...versions[0], clip: { id: '../x' } }])),
    'drafts/000000.json': bytes(JSON.stringify({ version: 1, fields: { title: 7 }, typedAt: 1 })),
    'versions/000009/0.json': bytes(JSON.stringify(versions)),
  });
  const report = await readBackup(temporaryLibrary(), new Blob([new Uint8Array(archive)]), {
    restoreId: '1-test',
    signal: new AbortController().signal,
    onDamaged: async () => true,
  });
  expect(report.restored).toBe(1);
  expect(report.leftOut.map(({ name, reason, detail }) => `${name} ${reason} ${detail}`.trim())).toEqual([
    'versions/000000/0.json wrong-field version.id',
    'drafts/000000.json wrong-field draft.title',
    'versions/000009/0.json no-clip',
  ]);
});

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function text(content: Uint8Array | undefined): string {
  return new TextDecoder().decode(content);
}

async function unzip(file: Blob): Promise<Record<string, Uint8Array>> {
  const archive = await openZip(file, BACKUP_LIMITS);
  const files: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    const read = await archive.read(name);
    if ('content' in read) files[name] = read.content;
  }
  return files;
}

test('marked passages come back, of clips and of stories not clipped, and none that is here goes', async () => {
  const before = temporaryLibrary();
  await save(before, 'a');
  const mark = async (library: Library, id: string, of: { clipId: string } | { url: string; title: string }) => {
    const anchor = { exact: 'text of a', prefix: '', suffix: '', start: 0 };
    const highlight = { id, anchor, colour: 'blue', note: '', createdAt: 5 } as const;
    const { post } = saveRequest('a');
    await changeHighlights(library, { of, put: [highlight], writePost: async () => post, now: 9 });
  };
  const pier = { url: 'https://news.example/pier', title: 'The pier' };
  await mark(before, 'one', { clipId: 'a' });
  await mark(before, 'two', pier);
  await mark(before, 'three', { clipId: 'a' });
  const file = await backUp(before);
  const after = temporaryLibrary();
  await save(after, 'a');
  await mark(after, 'here', { clipId: 'a' });
  await mark(after, 'there', pier);
  expect(await restore(after, file)).toMatchObject({ leftOut: [] });
  const clip = await readClipOrTrashed(after, 'a');
  expect(clip?.content?.edits.highlights?.map(({ id }) => id)).toEqual(['one', 'three', 'here']);
  expect(clip?.clip.highlightCount).toBe(3);
  const [pending] = await listPendingHighlights(after);
  expect(pending?.highlights.map(({ id }) => id)).toEqual(['there', 'two']);
});
