import { expect, test } from 'vitest';
import { assembleSave } from '../../../src/app/save-clip.ts';
import type { Draft } from '../../../src/core/model/draft.ts';
import type { Highlight } from '../../../src/core/model/highlight.ts';
import { DEFAULT_PRESET } from '../../../src/core/post/presets/presets.ts';
import { changeHighlights } from '../../../src/library/commands/change-highlights.ts';
import { deleteClips } from '../../../src/library/commands/delete-clips.ts';
import { editClip } from '../../../src/library/commands/edit-clip.ts';
import { restoreClips } from '../../../src/library/commands/restore-clips.ts';
import { restoreVersion } from '../../../src/library/commands/restore-version.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { listVersions } from '../../../src/library/queries/list-versions.ts';
import { listPendingHighlights } from '../../../src/library/queries/pending-highlights.ts';
import { readHighlights } from '../../../src/library/queries/read-highlights.ts';
import { readWholeClip } from '../../../src/library/queries/read-whole-clip.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const FERRY = { url: 'https://www.news.example/ferry?utm_source=app', title: '渡轮星期一恢复行驶' };

function highlight(id: string, changes: Partial<Highlight> = {}): Highlight {
  const anchor = { exact: '渡轮将在星期一恢复行驶', prefix: '港务局昨天说，', suffix: '。', start: 7 };
  return { id, anchor, colour: 'yellow', note: '', createdAt: 5, ...changes };
}

/** A post that shows how many passages are marked. */
const writePost = async ({ title, highlights = [] }: Draft) => ({
  path: '_posts/ferry.md',
  frontMatter: '',
  body: '',
  text: `${title} ${highlights.map(({ id, note }) => `${id}${note}`).join(' ')}`,
  assets: [],
});

const change = { writePost, now: 7 };

async function idsOf(library: Library, clipId: string): Promise<string[] | undefined> {
  const whole = await readWholeClip(library, clipId);
  return whole?.content?.edits.highlights?.map(({ id }) => id);
}

async function save(library: Library, as: 'same-story' | 'new', now: number, markdown?: string) {
  const article = story(markdown === undefined ? {} : { markdown, text: markdown });
  const order = { article, preset: DEFAULT_PRESET, targetIds: ['downloads'], as, part: 'article' as const, now };
  const loadPinyin = () => Promise.reject(new Error('not asked for'));
  return saveClip(library, await assembleSave(library, { ...order, saveId: `save-${now}`, loadPinyin }));
}

test('what is marked in a clip is a part of it, and its post is written again', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  await changeHighlights(library, { of: FERRY, put: [highlight('a')], ...change });
  const changed = await changeHighlights(library, { of: { clipId: 'ferry' }, put: [highlight('b')], ...change });
  expect(changed).toMatchObject({ clipId: 'ferry', highlights: [{ id: 'a' }, { id: 'b' }] });
  expect(await readWholeClip(library, 'ferry')).toMatchObject({
    clip: { version: 3, highlightCount: 2 },
    post: { text: '渡轮星期一恢复行驶 a b' },
    deliveries: [{ state: 'queued', version: 3 }],
  });
  expect(await listVersions(library, 'ferry')).toEqual([]);
});

test('a note is changed and a mark taken away, and nothing is left of the last', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  await changeHighlights(library, { of: FERRY, put: [highlight('a'), highlight('b')], ...change });
  await changeHighlights(library, { of: FERRY, put: [highlight('a', { note: '查' })], remove: ['b'], ...change });
  expect((await readWholeClip(library, 'ferry'))?.post?.text).toBe('渡轮星期一恢复行驶 a查');
  await changeHighlights(library, { of: FERRY, remove: ['a'], ...change });
  const whole = await readWholeClip(library, 'ferry');
  expect(whole?.content?.edits).toEqual({});
  expect(whole?.clip).not.toHaveProperty('highlightCount');
});

test('a post that does not show marks is not delivered again', async () => {
  const library = temporaryLibrary();
  const post = { path: '_posts/ferry.md', frontMatter: '', body: '', text: 'same', assets: [] };
  await saveClip(library, saveRequest('ferry', { post }));
  await changeHighlights(library, { of: FERRY, put: [highlight('a')], writePost: async () => post, now: 7 });
  expect((await readWholeClip(library, 'ferry'))?.deliveries).toMatchObject([{ version: 1 }]);
  expect(await idsOf(library, 'ferry')).toEqual(['a']);
});

test('marks of a story that is not clipped wait for it, and are in its post from the first', async () => {
  const library = temporaryLibrary();
  await changeHighlights(library, { of: FERRY, put: [highlight('a')], ...change });
  await changeHighlights(library, { of: { ...FERRY, title: '音乐厅重新开放' }, put: [highlight('x')], ...change });
  expect(await readHighlights(library, FERRY)).toMatchObject({ highlights: [{ id: 'a' }] });
  const clip = await save(library, 'same-story', 9);
  expect(clip.highlightCount).toBe(1);
  expect(await listPendingHighlights(library)).toMatchObject([{ title: '音乐厅重新开放' }]);
  // Deleted before the story was clipped, nothing waits any more.
  await changeHighlights(library, { of: { ...FERRY, title: '音乐厅重新开放' }, remove: ['x'], ...change });
  expect(await listPendingHighlights(library)).toEqual([]);
});

test('marks that were made between the press on Save and its end are kept', async () => {
  const library = temporaryLibrary();
  const request = saveRequest('ferry');
  await changeHighlights(library, { of: FERRY, put: [highlight('late')], ...change });
  await saveClip(library, request);
  expect(await idsOf(library, 'ferry')).toEqual(['late']);
});

test('an update keeps them, and so do the trash, an edit and an earlier version', async () => {
  const library = temporaryLibrary();
  const { id } = await save(library, 'same-story', 1);
  await changeHighlights(library, { of: FERRY, put: [highlight('a')], ...change });
  await save(library, 'same-story', 9, '港务局说，渡轮停航。\n\n首班船早上六时开出。');
  expect(await idsOf(library, id)).toEqual(['a']);
  await deleteClips(library, [id], 10);
  await restoreClips(library, [id]);
  expect(await idsOf(library, id)).toEqual(['a']);
  await editClip(library, { clipId: id, change: () => ({ title: '渡轮停航' }), writePost, now: 11 });
  await changeHighlights(library, { of: { clipId: id }, put: [highlight('b')], ...change });
  await restoreVersion(library, { clipId: id, version: 2, writePost, now: 12 });
  expect(await idsOf(library, id)).toEqual(['a', 'b']);
});

test('several who mark the same clip at once lose nothing', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  const ids = Array.from({ length: 8 }, (_, n) => `mark-${n}`);
  const edit = editClip(library, { clipId: 'ferry', change: () => ({ tags: ['轮渡'] }), writePost, now: 8 });
  await Promise.all([
    edit,
    ...ids.map((id) => changeHighlights(library, { of: FERRY, put: [highlight(id)], ...change })),
  ]);
  expect((await idsOf(library, 'ferry'))?.toSorted()).toEqual(ids);
  expect((await readWholeClip(library, 'ferry'))?.clip.tags).toEqual(['轮渡']);
});

test('a clip that is gone is not changed, and a story has a bounded number of marks', async () => {
  const library = temporaryLibrary();
  expect(await changeHighlights(library, { of: { clipId: 'gone' }, put: [highlight('a')], ...change })).toBeUndefined();
  const many = Array.from({ length: 501 }, (_, n) => highlight(`mark-${n}`));
  await expect(changeHighlights(library, { of: FERRY, put: many, ...change })).rejects.toThrow(/at most 500/);
});
