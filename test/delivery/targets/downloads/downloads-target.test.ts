import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { sha256 } from '../../../../src/delivery/sha-256.ts';
import { downloadAddressOf } from '../../../../src/delivery/targets/downloads/download-address.ts';
import { downloadsTarget } from '../../../../src/delivery/targets/downloads/downloads-target.ts';
import { fakeDownloads, OUR_ID } from '../../../fakes/downloads.ts';
import { temporaryFolder } from '../../../fakes/temporary-folder.ts';
import { describeTarget } from '../../contract.ts';

function bench() {
  const folder = temporaryFolder();
  const downloads = fakeDownloads(folder.path);
  const target = downloadsTarget({
    downloads,
    addressOf: downloadAddressOf,
    extensionId: OUR_ID,
    folder: 'Jianbao',
  });
  return { folder, downloads, target };
}

describeTarget('downloads', { readsFiles: false }, async () => bench());

const signal = new AbortController().signal;
const file = { path: 'Jianbao/_posts/a.md', content: 'text' };

test.each([
  ['FILE_NO_SPACE', 'disk-full'],
  ['USER_CANCELED', 'download-cancelled'],
  ['FILE_ACCESS_DENIED', 'download-refused'],
  ['USER_SHUTDOWN', 'download-interrupted'],
])('a download interrupted by %s fails as %s', async (error, code) => {
  const { downloads, target, folder } = bench();
  downloads.interruptNext(error);
  expect(await target.put([file], { kind: 'absent' }, signal).catch(toFailure)).toMatchObject({ code });
  expect(folder.files()).toEqual({});
});

test('half a file, which Firefox leaves on a full disk, is cleared away and written again when there is room', async () => {
  const { downloads, target, folder } = bench();
  const since = Date.now();
  downloads.cutNext(2);
  const full = await target.put([file], { kind: 'absent' }, signal).catch(toFailure);
  expect(full).toEqual({ code: 'disk-full', detail: '2 of 4 bytes' });
  expect(folder.files()).toEqual({});
  const resumed = { since, hashes: [await sha256('text')] };
  const [receipt] = await target.put([file], { kind: 'absent', resumed }, signal);
  expect([receipt?.path, folder.files()]).toEqual([file.path, { [file.path]: 'text' }]);
});

test('half a file of an attempt that was killed is written over', async () => {
  const { downloads, target, folder } = bench();
  const since = Date.now();
  downloads.cutNext(2);
  downloads.hangNext();
  void target.put([file], { kind: 'absent' }, signal);
  await expect.poll(() => folder.files()).toEqual({ [file.path]: 'te' });
  const resumed = { since, hashes: [await sha256('text')] };
  await target.put([file], { kind: 'absent', resumed }, signal);
  expect(folder.files()).toEqual({ [file.path]: 'text' });
});

test('the name that the browser really gave is read back', async () => {
  const { downloads, target, folder } = bench();
  folder.write(file.path, 'theirs');
  const [receipt] = await target.put([file], { kind: 'absent' }, signal);
  expect(receipt).toMatchObject({
    path: 'Jianbao/_posts/a (1).md',
    location: `${folder.path}/Jianbao/_posts/a (1).md`,
  });
  downloads.renameNext('5c1e1a3c');
  expect(await target.put([{ ...file, path: 'Jianbao/_posts/b.md' }], { kind: 'absent' }, signal)).toMatchObject([
    { path: '5c1e1a3c' },
  ]);
});

test('a download begun by an attempt that was killed is found, not made again', async () => {
  const { downloads, target, folder } = bench();
  const since = Date.now();
  downloads.hangNext();
  void target.put([file], { kind: 'absent' }, signal);
  await expect.poll(() => Object.keys(folder.files())).toEqual([file.path]);
  const [receipt] = await target.put(
    [file],
    { kind: 'absent', resumed: { since, hashes: [await sha256('text')] } },
    signal,
  );
  expect(receipt?.path).toBe(file.path);
  expect(downloads.calls).toHaveLength(1);
});
