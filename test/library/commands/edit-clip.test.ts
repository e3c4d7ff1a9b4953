import { expect, test } from 'vitest';
import { deleteClips } from '../../../src/library/commands/delete-clips.ts';
import { type DraftChange, editClip } from '../../../src/library/commands/edit-clip.ts';
import { prepareUpdate } from '../../../src/library/commands/prepare-update.ts';
import { restoreClips } from '../../../src/library/commands/restore-clips.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { draftOfContent } from '../../../src/library/model/clip.ts';
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

test('an edit is the next version, and goes wherever the clip went', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry', { targetIds: ['downloads', 'folder:1'] }));
  const edited = await editClip(library, {
    clipId: 'ferry',
    change: (draft) => ({ tags: [...draft.tags, '轮渡'], markdown: '渡轮 **照常**。' }),
    notes: '核对过',
    writePost,
    now: 7,
  });
  expect(edited).toMatchObject({ version: 2, tags: ['海港日报', '轮渡'], notes: '核对过', updatedAt: 7 });
  const whole = await readWholeClip(library, 'ferry');
  expect(whole?.content && draftOfContent(whole.content).markdown).toBe('渡轮 **照常**。');
  expect(whole?.content?.source.markdown).toBe(story().markdown);
  expect(whole?.text?.text).toBe('渡轮 照常。');
  expect(whole?.clip.excerpt).toBe('渡轮 照常。');
  expect(whole?.post).toMatchObject({ version: 2, text: '渡轮星期一恢复行驶\n渡轮 **照常**。' });
  expect(whole?.deliveries).toMatchObject([
    { targetId: 'downloads', state: 'queued', version: 2 },
    { targetId: 'folder:1', state: 'queued', version: 2 },
  ]);
});

test('a tag that is added while the popup updates the clip leaves the update in force', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  let isUpdated = false;
  const edited = await editClip(library, {
    clipId: 'ferry',
    change: (draft) => ({ tags: [...draft.tags, '轮渡'] }),
    async writePost(draft) {
      if (!isUpdated) {
        isUpdated = true;
        const article = story({ text: '渡轮明天停航。' });
        await saveClip(library, saveRequest('ferry', { article, as: { kind: 'update', id: 'ferry' }, now: 6 }));
      }
      return writePost(draft);
    },
    now: 7,
  });
  expect(edited).toMatchObject({ version: 3, tags: ['海港日报', '轮渡'] });
  const whole = await readWholeClip(library, 'ferry');
  expect(whole?.text?.text).toBe('渡轮明天停航。');
  expect(whole?.post?.text).toContain('渡轮明天停航。');
  expect(whole?.content?.source.markdown).toBe('渡轮明天停航。');
});

test('date and source can be changed, and the date taken off', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  const edit = (change: DraftChange) => editClip(library, { clipId: 'ferry', change: () => change, writePost, now: 7 });
  const published = { value: '2024-03-09', precision: 'day', zone: 'none', origin: 'user' } as const;
  expect(await edit({ published, url: 'https://harbour.example/other' })).toMatchObject({
    published: '2024-03-09',
    url: 'https://harbour.example/other',
  });
  expect(await edit({ published: undefined })).not.toHaveProperty('published');
});

test('the user’s own edit is not taken for a change at the source', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  await editClip(library, { clipId: 'ferry', change: () => ({ markdown: '我的话' }), writePost, now: 7 });
  const update = await prepareUpdate(library, 'ferry', story());
  expect(update?.draft.markdown).toBe('我的话');
  expect(update?.changes.every(({ kind }) => kind === 'same')).toBe(true);
});

test('what was deleted comes back whole', async () => {
  const library = temporaryLibrary();
  for (const id of ['a', 'b', 'c', 'd']) await saveClip(library, saveRequest(id));
  const before = await Promise.all(['a', 'b', 'c'].map((id) => readWholeClip(library, id)));
  const deleted = await deleteClips(library, ['a', 'b', 'c', 'never-there'], 5);
  expect(await library.use((database) => database.getAllKeys('clips'))).toEqual(['d']);
  expect(await library.use((database) => database.count('deliveries'))).toBe(1);
  await restoreClips(library, deleted);
  await restoreClips(library, deleted);
  expect(await Promise.all(['a', 'b', 'c'].map((id) => readWholeClip(library, id)))).toEqual(before);
});

test('the excerpt in the list is without Markdown', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  const markdown =
    '## 渡轮\n\n> 港务局 **昨天** 说，[渡轮](https://www.news.example/f)将恢复。[^1]\n\n![码头](a.jpg)\n\n- 一班\n\n[^1]: 据本报';
  const edited = await editClip(library, { clipId: 'ferry', change: () => ({ markdown }), writePost, now: 7 });
  expect(edited?.excerpt).toContain('港务局 昨天 说，渡轮将恢复。');
  expect(edited?.excerpt).not.toMatch(/[#>*[\]()^]|https?:|a\.jpg/);
});
