import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { assembleSave, type SaveOrder, saveClip } from '../../src/app/save-clip.ts';
import type { Draft } from '../../src/core/model/draft.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { editClip } from '../../src/library/commands/edit-clip.ts';
import { prepareUpdate } from '../../src/library/commands/prepare-update.ts';
import { listVersions } from '../../src/library/queries/list-versions.ts';
import type { Library } from '../../src/library/store/database.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { story } from '../fakes/story.ts';

const changes = { announce() {} };

function order(changed: Partial<SaveOrder> = {}): SaveOrder {
  return {
    article: story(),
    preset: jekyll,
    targetIds: ['downloads'],
    as: 'same-story',
    part: 'article',
    saveId: crypto.randomUUID(),
    now: 1_709_500_000_000,
    loadPinyin: () => Promise.reject(new Error('no pinyin is asked for')),
    ...changed,
  };
}

async function save(library: Library, changed?: Partial<SaveOrder>) {
  const request = await assembleSave(library, order(changed));
  return { request, clip: await saveClip({ library, changes }, request) };
}

test('a story that nobody looks at keeps what the user changed when it was saved before', async () => {
  const library = temporaryLibrary();
  const first = await save(library);
  const mine: Draft = {
    ...first.request.draft,
    title: 'My own title',
    authors: ['My Author'],
    published: { value: '2020-02-02', precision: 'day', zone: 'none', origin: 'user' },
    tags: ['mine', 'kept'],
    markdown: 'My own words.',
  };
  await save(library, { draft: mine });
  const { clip, request } = await save(library, { article: story({ text: 'The page says more now.' }) });
  expect(clip).toMatchObject({ title: 'My own title', authors: ['My Author'], tags: ['mine', 'kept'], version: 3 });
  expect(request.post.text).toContain('title: "My own title"');
  expect(request.post.text).toContain('date: 2020-02-02');
  expect(request.post.text).toContain('My own words.');
});

test('a clip of its own takes nothing from an earlier one, and replaces none', async () => {
  const library = temporaryLibrary();
  const first = await save(library);
  await save(library, { draft: { ...first.request.draft, title: 'My own title' } });
  const { clip, request } = await save(library, { as: 'new' });
  expect(request.draft.title).toBe(story().title.value);
  expect(clip.id).not.toBe(first.clip.id);
});

/** A popup that shows a kept story; then the library's editor changes title, authors and date of the clip. */
async function editedBehindPopup() {
  const library = temporaryLibrary();
  const { clip } = await save(library);
  const kept = (await prepareUpdate(library, clip.id, story()))?.draft;
  if (!kept) throw new Error('the clip is gone');
  await editClip(library, {
    clipId: clip.id,
    change: () => ({ title: 'Of the library', authors: ['Library Author'], published: undefined }),
    writePost: async (draft) => toPost(draft, jekyll),
    now: 1_709_500_001_000,
  });
  return { library, clip, kept };
}

test('an edit that the library made after the popup looked stays where the popup did not change the same', async () => {
  const { library, clip, kept } = await editedBehindPopup();
  const draft = { ...kept, title: 'Of the popup', tags: ['popup'] };
  const update = await save(library, { draft, as: { clipId: clip.id }, basis: { shown: kept, kept } });
  expect(update.clip).toMatchObject({
    version: 3,
    title: 'Of the popup',
    authors: ['Library Author'],
    tags: ['popup'],
  });
  expect(update.clip.published).toBeUndefined();
  expect(update.request.post.text).toContain('Library Author');
  expect((await listVersions(library, clip.id))[0]?.clip.title).toBe('Of the library');
});

test('what the popup shows in another spelling than the library counts as untouched', async () => {
  const { library, clip, kept } = await editedBehindPopup();
  const shown = { ...kept, authors: ['林小月 '] };
  const { clip: updated } = await save(library, { draft: shown, as: { clipId: clip.id }, basis: { shown, kept } });
  expect(updated).toMatchObject({ title: 'Of the library', authors: ['Library Author'] });
});

test('a story that was kept and edited after the popup looked keeps the edits too', async () => {
  const { library, kept } = await editedBehindPopup();
  const draft = { ...kept, tags: ['popup'] };
  const { clip } = await save(library, { draft, basis: { shown: kept, kept } });
  expect(clip).toMatchObject({ version: 3, title: 'Of the library', tags: ['popup'] });
});

test('one press that two save is saved once', async () => {
  const library = temporaryLibrary();
  const request = await assembleSave(library, order());
  const clips = await Promise.all([saveClip({ library, changes }, request), saveClip({ library, changes }, request)]);
  expect(clips.map(({ version }) => version)).toEqual([1, 1]);
});
