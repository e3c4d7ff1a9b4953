import { expect, test } from 'vitest';
import { handleDirectory } from '../../../../src/delivery/targets/folder/handle-directory.ts';
import { indexFolder } from '../../../../src/delivery/targets/folder/index-folder.ts';
import { findStory } from '../../../../src/library/queries/find-story.ts';
import { fakeFolder } from '../../../fakes/folder-handle.ts';
import { temporaryLibrary } from '../../../fakes/library.ts';
import { type TemporaryFolder, temporaryFolder } from '../../../fakes/temporary-folder.ts';

const signal = new AbortController().signal;

function bench() {
  const folder = temporaryFolder();
  const library = temporaryLibrary();
  const progress: string[] = [];
  const room = {
    library,
    folderId: 'folder:archive',
    directory: handleDirectory(fakeFolder(folder.path).handle, { owner: 'archive' }),
    now: () => 1,
    onProgress: ({ done, total }: { done: number; total: number }) => progress.push(`${done}/${total}`),
  };
  return { folder, library, room, progress };
}

function writePosts(folder: TemporaryFolder, count: number): void {
  for (let n = 0; n < count; n++) {
    folder.write(
      `_posts/2024/${n}.md`,
      `---\ntitle: Story ${n}\nfrom: https://a.example/${n}?utm_source=x\n---\ntext ${n}`,
    );
  }
}

test('knows every story of an archive that was there before', async () => {
  const { folder, library, room, progress } = bench();
  writePosts(folder, 600);
  folder.write('_site/2024/1.md', 'built');
  folder.write('.obsidian/notes.md', 'hidden');
  folder.write('_posts/a.md.crswap', 'cut off');
  expect(await indexFolder(room, signal)).toMatchObject({ posts: 600, read: 600, leftovers: ['_posts/a.md.crswap'] });
  expect(progress).toEqual(['250/600', '500/600', '600/600']);
  expect((await findStory(library, 'https://www.a.example/7#top')).files).toMatchObject([
    { path: '_posts/2024/7.md', title: 'Story 7' },
  ]);
});

test('reads only what changed, and forgets what is gone', async () => {
  const { folder, library, room } = bench();
  writePosts(folder, 20);
  await indexFolder(room, signal);
  expect(await indexFolder(room, signal)).toMatchObject({ read: 0, removed: 0 });
  folder.write('_posts/2024/3.md', '---\ntitle: Moved on\nfrom: https://a.example/other-address\n---\n');
  folder.remove('_posts/2024/4.md');
  expect(await indexFolder(room, signal)).toMatchObject({ posts: 19, read: 1, removed: 1 });
  expect((await findStory(library, 'https://a.example/4')).files).toEqual([]);
  expect((await findStory(library, 'https://a.example/other-address')).files).toHaveLength(1);
});

test('stops when told to, keeps what it has read, and goes on from there', async () => {
  const { folder, room } = bench();
  writePosts(folder, 600);
  const stop = new AbortController();
  await expect(indexFolder({ ...room, onProgress: () => stop.abort() }, stop.signal)).rejects.toThrow(/abort/i);
  expect(await indexFolder(room, signal)).toMatchObject({ posts: 600, read: 350 });
});

test('one hostile file is named and holds up none', async () => {
  const { folder, room } = bench();
  writePosts(folder, 3);
  folder.write('_posts/bad.md', '---\ntitle: !!js/function "x"\n---\n');
  const report = await indexFolder(room, signal);
  expect(report.posts).toBe(4);
  expect(report.unreadable.map(({ path }) => path)).toEqual(['_posts/bad.md']);
});
