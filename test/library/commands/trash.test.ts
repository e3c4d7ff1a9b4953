import { expect, test } from 'vitest';
import { deleteClips } from '../../../src/library/commands/delete-clips.ts';
import { emptyTrash, purgeTrash } from '../../../src/library/commands/empty-trash.ts';
import { claimDelivery } from '../../../src/library/commands/outbox.ts';
import { restoreClips } from '../../../src/library/commands/restore-clips.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { TRASH_MS } from '../../../src/library/model/trashed-clip.ts';
import { pendingDeliveries } from '../../../src/library/queries/deliveries.ts';
import { statesOfStories } from '../../../src/library/queries/folder-files.ts';
import { listTrash } from '../../../src/library/queries/list-trash.ts';
import { readClipOrTrashed, readWholeClip } from '../../../src/library/queries/read-whole-clip.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const other = (id: string) => saveRequest(id, { article: story({ url: `https://news.example/${id}` }) });

test('a deleted clip is in the trash, out of the outbox, and comes back as it was', async () => {
  const library = temporaryLibrary();
  await saveClip(library, other('a'));
  const before = await readWholeClip(library, 'a');
  expect(await deleteClips(library, ['a', 'never-there'], 7)).toEqual(['a']);
  expect(await readWholeClip(library, 'a')).toBeUndefined();
  expect(await readClipOrTrashed(library, 'a')).toMatchObject({ deletedAt: 7, content: before?.content });
  expect(await pendingDeliveries(library)).toEqual([]);
  expect(await listTrash(library)).toMatchObject([{ id: 'a', deletedAt: 7 }]);
  expect(await restoreClips(library, ['a'])).toEqual(['a']);
  expect(await readWholeClip(library, 'a')).toEqual(before);
  expect(await listTrash(library)).toEqual([]);
  expect(await restoreClips(library, ['a'])).toEqual([]);
});

test('a delivery in hand when its clip is deleted goes on when the clip is back', async () => {
  const library = temporaryLibrary();
  await saveClip(library, other('a'));
  const [row] = await pendingDeliveries(library);
  if (!row) throw new Error('nothing is queued');
  await claimDelivery(library, row, 1);
  await deleteClips(library, ['a'], 7);
  expect(await claimDelivery(library, row, 1)).toBeUndefined();
  await restoreClips(library, ['a']);
  expect(await pendingDeliveries(library)).toMatchObject([{ state: 'sending', attempts: 1 }]);
});

const DAY = 24 * 3600_000;

test('after 30 days, and not before, nothing of a deleted clip is left', async () => {
  const library = temporaryLibrary();
  await saveClip(library, other('a'));
  await saveClip(library, other('b'));
  await deleteClips(library, ['a'], 1_000);
  expect(await purgeTrash(library, 1_000 + TRASH_MS - 1)).toBe(0);
  expect(await purgeTrash(library, 1_000 + TRASH_MS)).toBe(0);
  expect(await purgeTrash(library, 1_000 + TRASH_MS + DAY)).toBe(1);
  const left = await library.use((database) =>
    Promise.all((['trash', 'contents', 'texts', 'posts'] as const).map((store) => database.getAllKeys(store))),
  );
  expect(left).toEqual([[], ['b'], ['b'], ['b']]);
});

test('a clock that is years ahead for an hour removes nothing, then or later', async () => {
  const library = temporaryLibrary();
  await saveClip(library, other('a'));
  await deleteClips(library, ['a'], 1_000);
  const ahead = 1_000 + 900 * DAY;
  expect(await purgeTrash(library, ahead)).toBe(0);
  expect(await purgeTrash(library, ahead + DAY / 24)).toBe(0);
  expect(await purgeTrash(library, 1_000 + DAY)).toBe(0);
  expect(await purgeTrash(library, ahead + DAY)).toBe(0);
  expect(await restoreClips(library, ['a'])).toEqual(['a']);
});

test('a deleted story is remembered when the trash is emptied, until it is kept again', async () => {
  const library = temporaryLibrary();
  const states = () => statesOfStories(library, ['news.example/a', 'news.example/b']);
  await saveClip(library, other('a'));
  await deleteClips(library, ['a'], 7);
  expect(await emptyTrash(library)).toBe(1);
  expect(await states()).toEqual(['deleted', 'unknown']);
  await saveClip(library, { ...other('a'), as: { kind: 'new', id: 'again' } });
  expect(await states()).toEqual(['kept', 'unknown']);
  await deleteClips(library, ['again'], 7);
  await restoreClips(library, ['again']);
  await library.use((database) => database.delete('clips', 'again'));
  expect(await states()).toEqual(['unknown', 'unknown']);
});

test('an update of a deleted clip brings it back; the second half of one press on Save does not', async () => {
  const library = temporaryLibrary();
  await saveClip(library, { ...other('a'), saveId: 'press' });
  await deleteClips(library, ['a'], 7);
  expect(await saveClip(library, { ...other('a'), saveId: 'press' })).toMatchObject({ id: 'a', version: 1 });
  expect(await readWholeClip(library, 'a')).toBeUndefined();
  await saveClip(library, { ...other('a'), as: { kind: 'update', id: 'a' }, notes: 'new' });
  expect((await readWholeClip(library, 'a'))?.clip).toMatchObject({ version: 2, notes: 'new' });
  expect(await listTrash(library)).toEqual([]);
  expect(await emptyTrash(library)).toBe(0);
  expect((await readWholeClip(library, 'a'))?.content).toBeDefined();
});

test('many deleted clips come back in one step', async () => {
  const library = temporaryLibrary();
  const first = (await saveClip(library, other('a'))) && (await readWholeClip(library, 'a'));
  const ids = Array.from({ length: 500 }, (_, n) => `clip-${n}`);
  await library.use(async (database) => {
    const { store } = database.transaction('clips', 'readwrite');
    if (first) await Promise.all(ids.map((id) => store.put({ ...first.clip, id })));
  });
  expect(await deleteClips(library, ids, 7)).toHaveLength(500);
  expect(await library.use((database) => database.count('clips'))).toBe(1);
  expect(await restoreClips(library, ids)).toHaveLength(500);
  expect(await library.use((database) => database.count('clips'))).toBe(501);
});
