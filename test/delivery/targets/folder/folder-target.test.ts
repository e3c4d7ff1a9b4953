import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { sha256 } from '../../../../src/delivery/sha-256.ts';
import { folderTarget } from '../../../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../../../src/delivery/targets/folder/handle-directory.ts';
import { fakeFolder } from '../../../fakes/folder-handle.ts';
import { temporaryFolder } from '../../../fakes/temporary-folder.ts';
import { describeTarget } from '../../contract.ts';

function bench() {
  const folder = temporaryFolder();
  const { handle, faults } = fakeFolder(folder.path);
  return { folder, faults, target: folderTarget({ id: 'folder:archive', directory: handleDirectory(handle) }) };
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

test('a read-only folder and a folder in the file’s place say so', async () => {
  const { target, faults, folder } = bench();
  folder.write('_posts/a.md/inside.txt', 'x');
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code: 'wrong-kind' });
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
  const directory = handleDirectory(fakeFolder(folder.path).handle);
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
