import { expect, test } from 'vitest';
import { createDrain } from '../../../../src/delivery/drain-once.ts';
import { adoptPosts } from '../../../../src/delivery/targets/folder/adopt-posts.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../../../src/delivery/targets/folder/handle-directory.ts';
import { indexFolder } from '../../../../src/delivery/targets/folder/index-folder.ts';
import { deleteClips } from '../../../../src/library/commands/delete-clips.ts';
import { emptyTrash } from '../../../../src/library/commands/empty-trash.ts';
import { saveClip } from '../../../../src/library/commands/save-clip.ts';
import { draftOfContent } from '../../../../src/library/model/clip.ts';
import { findStory } from '../../../../src/library/queries/find-story.ts';
import { readWholeClip } from '../../../../src/library/queries/read-whole-clip.ts';
import { fakeFolder } from '../../../fakes/folder-handle.ts';
import { temporaryLibrary } from '../../../fakes/library.ts';
import { fakeLocks } from '../../../fakes/locks.ts';
import { saveRequest } from '../../../fakes/story.ts';
import { temporaryFolder } from '../../../fakes/temporary-folder.ts';

const signal = new AbortController().signal;
const FOLDER = 'folder:archive';

const POST = `---
layout: post
title: "渡轮星期一恢复"
date: 2024-03-01 08:00:00 +0800
author: 林小月
from: https://news.example/ferry?utm_source=app
tags: [ 海港日报, 交通 ]
categories: [ 海港日报 ]
---
<!--1709251200000-->

[渡轮星期一恢复](https://news.example/ferry)
------

港务局**昨天**说，渡轮将恢复行驶。
`;

function bench() {
  const folder = temporaryFolder();
  const directory = handleDirectory(fakeFolder(folder.path).handle, { owner: 'archive' });
  const library = temporaryLibrary();
  let count = 0;
  const room = { library, folderId: FOLDER, directory, presetId: 'jekyll', newId: () => `adopted-${++count}` };
  const index = () => indexFolder({ ...room, now: () => 1 }, signal);
  return { folder, directory, library, room, index };
}

test('a library lost with its profile is rebuilt from the folder, and nothing in the folder changes', async () => {
  const { folder, library, room, index } = bench();
  folder.write('_posts/2024-03-01-ferry.md', POST);
  folder.write('_posts/no-address.md', '---\ntitle: about\n---\n');
  folder.write('_posts/again.md', POST);
  await index();
  expect(await adoptPosts(room, signal)).toEqual({ adopted: 1, known: 1, deleted: 0, passedBy: 1 });
  expect(await adoptPosts(room, signal)).toEqual({ adopted: 0, known: 2, deleted: 0, passedBy: 1 });

  const [clip] = (await findStory(library, 'https://news.example/ferry')).clips;
  expect(clip).toMatchObject({
    title: '渡轮星期一恢复',
    authors: ['林小月'],
    siteName: '海港日报',
    tags: ['海港日报', '交通'],
    published: '2024-03-01T08:00:00+08:00',
    storyAt: Date.parse('2024-03-01T00:00:00Z'),
    excerpt: '港务局昨天说，渡轮将恢复行驶。',
  });
  const whole = await readWholeClip(library, clip?.id ?? '');
  expect(whole?.content && draftOfContent(whole.content).markdown).toBe('港务局**昨天**说，渡轮将恢复行驶。');
  expect(folder.files()['_posts/2024-03-01-ferry.md']).toBe(POST);
});

test('an adopted post is updated in place; one that was changed since is not', async () => {
  const { folder, directory, library, room, index } = bench();
  folder.write('_posts/ferry.md', POST);
  await index();
  await adoptPosts(room, signal);
  const target = folderTarget({ id: FOLDER, directory });
  const drain = createDrain(
    { library, changes: { announce() {} }, openTarget: async () => target, now: () => 1, random: () => 0 },
    fakeLocks(),
  );
  const update = (id: string) => saveRequest(id, { targetIds: [FOLDER], as: { kind: 'same-story', id }, now: 1 });
  const clip = await saveClip(library, update('x'));
  expect(clip.id).toBe('adopted-1');
  await drain(true);
  expect(Object.keys(folder.files())).toEqual(['_posts/ferry.md']);
  expect(folder.files()['_posts/ferry.md']).toContain('渡轮星期一恢复行驶');

  folder.write('_posts/ferry.md', 'the user’s own words');
  await saveClip(library, update('y'));
  await drain(true);
  expect(folder.files()).toEqual({ '_posts/ferry.md': 'the user’s own words' });
  expect((await readWholeClip(library, 'adopted-1'))?.deliveries[0]).toMatchObject({
    state: 'blocked',
    failure: { code: 'file-changed' },
  });
});

test('a post whose clip was deleted does not come back, also when the trash was emptied', async () => {
  const { folder, library, room, index } = bench();
  folder.write('_posts/ferry.md', POST);
  await index();
  await adoptPosts(room, signal);
  await deleteClips(library, ['adopted-1'], 5);
  expect(await adoptPosts(room, signal)).toMatchObject({ adopted: 0, deleted: 1 });
  await emptyTrash(library);
  folder.write('_posts/ferry.md', `${POST}\nAnd a line more.\n`);
  await index();
  expect(await adoptPosts(room, signal)).toMatchObject({ adopted: 0, known: 0, deleted: 1, passedBy: 0 });
});
