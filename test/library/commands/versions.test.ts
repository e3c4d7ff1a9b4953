import { expect, test } from 'vitest';
import { editClip } from '../../../src/library/commands/edit-clip.ts';
import { makeRoom } from '../../../src/library/commands/make-room.ts';
import { restoreVersion } from '../../../src/library/commands/restore-version.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { draftOfContent } from '../../../src/library/model/clip.ts';
import { VERSIONS_KEPT } from '../../../src/library/model/earlier-version.ts';
import { listVersions } from '../../../src/library/queries/list-versions.ts';
import { readWholeClip } from '../../../src/library/queries/read-whole-clip.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const writePost = async (draft: { title: string; markdown: string }) => ({
  path: '_posts/new-name.md',
  frontMatter: '',
  body: '',
  text: `${draft.title}\n${draft.markdown}`,
  assets: [],
});

const update = (text: string, now: number) =>
  saveRequest('ferry', { article: story({ text }), as: { kind: 'update', id: 'ferry' }, now });

test('an update keeps what it replaces, and that can be made the newest again', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry', { article: story({ text: '一' }), now: 1 }));
  await saveClip(library, update('二', 2));
  await editClip(library, { clipId: 'ferry', change: () => ({ tags: ['x'] }), writePost, now: 3 });
  await saveClip(library, update('三', 4));
  const versions = await listVersions(library, 'ferry');
  expect(versions.map(({ clip, text }) => [clip.version, text])).toEqual([
    [3, '二'],
    [2, '二'],
    [1, '一'],
  ]);
  expect(versions.map(({ source }) => source.markdown)).toEqual(['二', '二', '一']);

  const restored = await restoreVersion(library, { clipId: 'ferry', version: 1, writePost, now: 5 });
  expect(restored.version).toBe(5);
  const whole = await readWholeClip(library, 'ferry');
  expect(whole?.content && draftOfContent(whole.content).markdown).toBe('一');
  expect(whole?.text?.text).toBe('一');
  expect(whole?.post).toMatchObject({ version: 5, text: '渡轮星期一恢复行驶\n一' });
  expect(whole?.deliveries).toMatchObject([{ state: 'queued', version: 5 }]);
  expect((await listVersions(library, 'ferry'))[0]).toMatchObject({ clip: { version: 4 }, text: '三' });
});

test('a tag more does not keep the story twice', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry', { article: story({ text: '字'.repeat(10_000) }) }));
  await editClip(library, { clipId: 'ferry', change: () => ({ tags: ['x'] }), writePost, now: 3 });
  const [row] = await library.use((database) => database.getAll('versions'));
  expect(row?.size).toBeLessThan(2_000);
});

test('the same once more keeps nothing', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  await saveClip(library, saveRequest('ferry', { as: { kind: 'update', id: 'ferry' } }));
  expect(await listVersions(library, 'ferry')).toEqual([]);
});

test('the oldest goes first, and what is left is right', async () => {
  const library = temporaryLibrary();
  for (let n = 1; n <= VERSIONS_KEPT + 3; n++) await saveClip(library, update(`text ${Math.ceil(n / 2)}`, 100 - n));
  const kept = await listVersions(library, 'ferry');
  expect(kept.map(({ clip, text }) => [clip.version, text])).toEqual([
    [12, 'text 6'],
    [10, 'text 5'],
    [8, 'text 4'],
    [6, 'text 3'],
    [4, 'text 2'],
    [2, 'text 1'],
  ]);
});

test('more than ten versions are never kept', async () => {
  const library = temporaryLibrary();
  for (let n = 1; n <= 15; n++) await saveClip(library, update(`text ${n}`, n));
  const kept = await listVersions(library, 'ferry');
  expect(kept.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, n) => `text ${14 - n}`));
});

test('making room drops older versions and none between, whatever the clock said', async () => {
  const library = temporaryLibrary();
  for (const [n, now] of [500, 1, 400, 2, 300].entries()) await saveClip(library, update(`text ${n}`, now));
  expect(await makeRoom(library)).toBeGreaterThan(0);
  const kept = (await listVersions(library, 'ferry')).map(({ clip, text }) => `${clip.version} ${text}`);
  expect(kept).toEqual(['4 text 3', '3 text 2', '2 text 1', '1 text 0'].slice(0, kept.length));
});
