import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { sha256 } from '../../../../src/delivery/sha-256.ts';
import type { Directory } from '../../../../src/delivery/targets/folder/directory.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../../../src/delivery/targets/folder/handle-directory.ts';
import type { FolderHandle } from '../../../../src/delivery/targets/folder/handles.ts';
import { fakeFolder } from '../../../fakes/folder-handle.ts';
import { temporaryFolder } from '../../../fakes/temporary-folder.ts';
import { describeTarget } from '../../contract.ts';

function bench() {
  const folder = temporaryFolder();
  const { handle, faults } = fakeFolder(folder.path);
  return {
    folder,
    faults,
    target: folderTarget({ id: 'folder:archive', directory: handleDirectory(handle, { owner: 'archive' }) }),
  };
}

describeTarget('folder', { readsFiles: true }, async () => bench());

const signal = new AbortController().signal;
const file = { path: '_posts/a.md', content: 'text' };

test('says that the permission has lapsed, and that the folder is gone', async () => {
  const { target, faults, folder } = bench();
  faults.permission = 'prompt';
  expect(await target.check(signal).catch(toFailure)).toMatchObject({ code: 'folder-permission' });
  faults.permission = 'granted';
  folder.remove('');
  expect(await target.check(signal).catch(toFailure)).toMatchObject({ code: 'folder-gone' });
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'folder-gone' });
});

test('a folder that is put back works again', async () => {
  const { target, folder } = bench();
  folder.remove('');
  await target.check(signal).catch(toFailure);
  folder.write('notes.md', 'put back');
  await target.check(signal);
  await target.put([file], { kind: 'absent' }, signal);
  expect(folder.files()).toEqual({ 'notes.md': 'put back', '_posts/a.md': 'text' });
});

test('a file of ours is not called deleted where the whole folder is gone', async () => {
  const { target, folder } = bench();
  const receipts = await target.put([file], { kind: 'absent' }, signal);
  folder.remove('');
  const update = target.put([{ ...file, content: 'second' }], { kind: 'ours', receipts }, signal);
  expect(await update.catch(toFailure)).toMatchObject({ code: 'folder-gone' });
});

test('a folder in the file’s place is a taken name; where a file of ours was, it is a fault, as is a read-only folder', async () => {
  const { target, faults, folder } = bench();
  folder.write('_posts/a.md/inside.txt', 'x');
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'name-taken' });
  const receipts = [{ path: file.path, version: await sha256('text'), bytes: 4 }];
  const update = target.put([file], { kind: 'ours', receipts }, signal);
  expect(await update.catch(toFailure)).toMatchObject({ code: 'wrong-kind' });
  faults.readOnly = true;
  const put = target.put([{ ...file, path: '_posts/b.md' }], { kind: 'absent' }, signal);
  expect(await put.catch(toFailure)).toMatchObject({ code: 'folder-read-only' });
});

test('a full disk leaves no empty file, and an old file whole', async () => {
  const { target, faults, folder } = bench();
  const receipts = await target.put([file], { kind: 'absent' }, signal);
  faults.room = 10;
  const long = { path: '_posts/b.md', content: 'much too long' };
  expect(await target.put([long], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'disk-full' });
  const update = target.put([{ ...file, content: long.content }], { kind: 'ours', receipts }, signal);
  expect(await update.catch(toFailure)).toMatchObject({ code: 'disk-full' });
  expect(folder.files()).toEqual({ '_posts/a.md': 'text' });
});

test('the empty file of a killed attempt is written over; an empty file of the user is not', async () => {
  const { target, folder } = bench();
  folder.write(file.path, '');
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'name-taken' });
  await target.put([file], { kind: 'absent', resumed: { since: 0, hashes: [] } }, signal);
  expect(folder.files()).toEqual({ '_posts/a.md': 'text' });
});

test('an update that was cut off after it was written is no change by the user’s hand', async () => {
  const { target, folder } = bench();
  const receipts = await target.put([file], { kind: 'absent' }, signal);
  const [second] = await target.put([{ ...file, content: 'second' }], { kind: 'ours', receipts }, signal);
  const resumed = { since: 0, hashes: [second?.version ?? '', await sha256('never written')] };
  await target.put([{ ...file, content: 'third' }], { kind: 'ours', receipts, resumed }, signal);
  expect(folder.files()).toEqual({ '_posts/a.md': 'third' });
});

test('where names fold, the file of another spelling is another’s', async () => {
  const { target, faults, folder } = bench();
  faults.foldsNames = true;
  folder.write('_posts/A.md', 'theirs');
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'name-taken' });
  expect(folder.files()).toEqual({ '_posts/A.md': 'theirs' });
});

test('an update follows a file that was moved, its bytes unchanged', async () => {
  const { folder } = bench();
  const directory = handleDirectory(fakeFolder(folder.path).handle, { owner: 'archive' });
  const target = folderTarget({ id: 'folder:archive', directory, placesOf: async () => ['x.md', '2024/a.md'] });
  const receipts = await target.put([file], { kind: 'absent' }, signal);
  folder.remove(file.path);
  folder.write('x.md', 'another story');
  folder.write('2024/a.md', 'text');
  const [receipt] = await target.put([{ ...file, content: 'new' }], { kind: 'ours', receipts }, signal);
  expect(receipt?.path).toBe('2024/a.md');
  expect(folder.files()).toEqual({ 'x.md': 'another story', '2024/a.md': 'new' });
});

test('a kept picture that the user has changed stays so in every update that brings no other', async () => {
  const { target, folder } = bench();
  const picture = { path: 'assets/ferry.png', content: new Uint8Array([1, 2, 3]) };
  let receipts = await target.put([file, picture], { kind: 'absent' }, signal);
  folder.write(picture.path, 'cropped');
  for (const content of ['second', 'third']) {
    receipts = await target.put([{ ...file, content }, picture], { kind: 'ours', receipts }, signal);
    expect(folder.files()).toEqual({ '_posts/a.md': content, 'assets/ferry.png': 'cropped' });
  }
  const other = { ...picture, content: new Uint8Array([4]) };
  const update = target.put([file, other], { kind: 'ours', receipts }, signal);
  expect(await update.catch(toFailure)).toMatchObject({ code: 'file-changed' });
});

test.each(['.obsidian/a.md', '_posts/.a.md', '_plugins/x.rb', 'package.json', 'a/../b.md', 'a', '/a.md', 'index.html'])(
  'writes nothing at %s: posts and pictures only, and nothing hidden',
  async (path) => {
    const { target, folder } = bench();
    const put = target.put([{ ...file, path }], { kind: 'absent' }, signal);
    expect(await put.catch(toFailure)).toMatchObject({ code: 'name-refused' });
    expect(folder.files()).toEqual({});
  },
);

test('a huge file that has the name is not read, and stays', async () => {
  const directory: Directory = {
    ...handleDirectory(fakeFolder(temporaryFolder().path).handle, { owner: 'archive' }),
    look: async () => ({ size: 3e9, modifiedAt: 0, read: () => Promise.reject(new Error('read')) }),
  };
  const target = folderTarget({ id: 'folder:archive', directory });
  const resumed = { since: 0, hashes: [await sha256('text')] };
  const put = target.put([file], { kind: 'absent', resumed }, signal);
  expect(await put.catch(toFailure)).toMatchObject({ code: 'name-taken' });
});

test('looks again, and tells which posts are no longer what was written', async () => {
  const { target, folder } = bench();
  const puts = [
    await target.put([file], { kind: 'absent' }, signal),
    await target.put([{ ...file, path: '_posts/b.md' }], { kind: 'absent' }, signal),
  ];
  folder.write('_posts/a.md', 'TEXT');
  expect(await target.lookAgain?.(puts)).toEqual([false, true]);
});

test('a file that has the name of the claims does not keep posts from being written, and stays', async () => {
  const { target, folder } = bench();
  folder.write('.jianbao-claims', 'theirs');
  await target.check(signal);
  await target.put([file], { kind: 'absent' }, signal);
  expect(folder.files()).toEqual({ '.jianbao-claims': 'theirs', '_posts/a.md': 'text' });
});

test('the claim of a browser that was killed is passed after a minute, and one of this moment is respected', async () => {
  const { folder } = bench();
  const { handle } = fakeFolder(folder.path);
  const waits: number[] = [];
  const pause = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  const target = folderTarget({ id: 'a', directory: handleDirectory(handle, { owner: 'a', pause }) });
  folder.write('.jianbao-claims/b.1', '');
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'file-locked' });
  expect(waits.length).toBeGreaterThan(10);
  const longAgo = Date.now() / 1000 - 120;
  utimesSync(join(folder.path, '.jianbao-claims/b.1'), longAgo, longAgo);
  await target.put([file], { kind: 'absent' }, signal);
  expect(folder.files()).toEqual({ '_posts/a.md': 'text' });
});

test('a file that comes to its place while it is written is not written over', async () => {
  const { folder } = bench();
  const { handle } = fakeFolder(folder.path);
  const overtaken: FolderHandle = {
    ...handle,
    async getFileHandle(name, options) {
      const file = await handle.getFileHandle(name, options);
      return {
        ...file,
        async createWritable() {
          folder.write(name, 'theirs');
          return file.createWritable();
        },
      };
    },
  };
  const writing = handleDirectory(overtaken, { owner: 'archive' }).write('a.md', 'ours', 'nothing');
  expect(await writing.catch(toFailure)).toMatchObject({ code: 'name-taken' });
  expect(folder.files()).toEqual({ 'a.md': 'theirs' });
});
