import { expect, test, vi } from 'vitest';
import { draftOf } from '../../../src/core/model/draft.ts';
import { toFailure } from '../../../src/core/model/failure.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { draftOfContent } from '../../../src/library/model/clip.ts';
import { openLibrary } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

test('a clip, its text, its post and its deliveries are kept together', async () => {
  const library = temporaryLibrary();
  const clip = await saveClip(library, saveRequest('ferry', { targetIds: ['downloads', 'folder:1'] }));
  expect(clip).toMatchObject({ id: 'ferry', urlKey: 'news.example/ferry', version: 1, siteName: '海港日报' });
  await library.use(async (database) => {
    expect(await database.get('clips', 'ferry')).toEqual(clip);
    expect((await database.get('texts', 'ferry'))?.text).toContain('渡轮');
    expect((await database.get('posts', 'ferry'))?.path).toBe('_posts/2024-03-01-ferry.md');
    expect(await database.getAllKeys('deliveries')).toEqual([
      ['ferry', 'downloads'],
      ['ferry', 'folder:1'],
    ]);
  });
});

test('what the user changed is kept apart from what the page gave', async () => {
  const library = temporaryLibrary();
  const article = story();
  const { published: _unknown, ...draft } = { ...draftOf(article, 5), title: '我的标题' };
  await saveClip(library, saveRequest('ferry', { article, draft }));
  const content = await library.use((database) => database.get('contents', 'ferry'));
  expect(content?.edits).toEqual({ title: '我的标题', published: undefined });
  expect(content?.source.title).toBe('渡轮星期一恢复行驶');
  expect(content && draftOfContent(content)).toMatchObject({ title: '我的标题', tags: ['海港日报'] });
  expect(content && draftOfContent(content).published).toBeUndefined();
});

test('saving twice under one id keeps one clip', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  expect(await saveClip(library, saveRequest('ferry', { now: 1_800_000_000_000 }))).toMatchObject({
    version: 2,
    createdAt: 1_709_500_000_000,
    updatedAt: 1_800_000_000_000,
  });
  expect(await library.use((database) => database.count('clips'))).toBe(1);
});

test('one press saved by two, the popup and the background, is saved once', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  const press = saveRequest('again', { as: { kind: 'same-story', id: 'again' }, saveId: 'again' });
  const both = await Promise.all([saveClip(library, press), saveClip(library, press)]);
  expect(both).toEqual([both[0], both[0]]);
  expect(both[0]).toMatchObject({ id: 'ferry', version: 2 });
  expect(await library.use((database) => database.count('clips'))).toBe(1);
});

test('the second of the two may have written the post in other words', async () => {
  const library = temporaryLibrary();
  const press = saveRequest('ferry', { as: { kind: 'same-story', id: 'ferry' }, saveId: 'press' });
  const first = await saveClip(library, press);
  const second = await saveClip(library, { ...press, post: { ...press.post, text: 'written a moment later' } });
  expect(second).toEqual(first);
  expect((await library.use((database) => database.get('posts', 'ferry')))?.text).toBe(press.post.text);
});

test('a failed write keeps nothing and says why', async () => {
  const library = temporaryLibrary();
  const request = saveRequest('ferry');
  // A function cannot be stored: the write of the post fails after that of the clip.
  Object.assign(request.post, { assets: [() => 'an image'] });
  expect(await saveClip(library, request).catch(toFailure)).toMatchObject({ code: 'library-unavailable' });
  expect(await library.use((database) => database.count('clips'))).toBe(0);
});

test('a full disk is said to be that, and what was there stays', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('one'));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  expect(await saveClip(library, saveRequest('two')).catch(toFailure)).toMatchObject({ code: 'library-full' });
  put.mockRestore();
  expect(await library.use((database) => database.getAllKeys('clips'))).toEqual(['one']);
});

test('a connection that another tab had to close is opened again', async () => {
  const library = temporaryLibrary('two-tabs');
  await saveClip(library, saveRequest('one'));
  await library.use(async (database) => database.close());
  await saveClip(library, saveRequest('two'));
  expect(await library.use((database) => database.count('clips'))).toBe(2);
});

test('a newer library is not touched by an older extension', async () => {
  const library = temporaryLibrary('from-the-future');
  await saveClip(library, saveRequest('one'));
  await library.close();
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('from-the-future', 99);
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = reject;
  });
  const failure = await saveClip(openLibrary({ name: 'from-the-future' }), saveRequest('two')).catch(toFailure);
  expect(failure).toMatchObject({ code: 'library-newer' });
});
