import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { assembleSave, type SaveOrder, saveClip } from '../../src/app/save-clip.ts';
import type { Draft } from '../../src/core/model/draft.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
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

test('one press that two save is saved once', async () => {
  const library = temporaryLibrary();
  const request = await assembleSave(library, order());
  const clips = await Promise.all([saveClip({ library, changes }, request), saveClip({ library, changes }, request)]);
  expect(clips.map(({ version }) => version)).toEqual([1, 1]);
});
