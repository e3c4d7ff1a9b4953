import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDisk } from '../../src/cli/host/disk.ts';
import { diskDirectory } from '../../src/cli/host/disk-directory.ts';
import type { Directory, Replaces } from '../../src/delivery/targets/folder/directory.ts';
import { handleDirectory } from '../../src/delivery/targets/folder/handle-directory.ts';
import type { FileHandle, FolderHandle } from '../../src/delivery/targets/folder/handles.ts';
import { fakeFolder } from '../fakes/folder-handle.ts';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporary-folder.ts';

/** Each round has both write one file at one moment. */
const ROUNDS = 25;

const commandLineIn = ({ path }: TemporaryFolder): Directory => diskDirectory(openDisk(path, true), path);

/** Has both write one file, and returns whom the folder told that it did. */
async function race(writers: readonly Directory[], replaces: Replaces): Promise<string[]> {
  const names = ['browser', 'command line'];
  const puts = await Promise.allSettled(
    writers.map((writer, n) => writer.write('a.md', `of the ${names[n]}`, replaces)),
  );
  return names.filter((_, n) => puts[n]?.status === 'fulfilled').map((name) => `of the ${name}`);
}

test('a browser and the command line that update one file at one moment: one of them did', async () => {
  const folder = temporaryFolder();
  const { handle, faults } = fakeFolder(folder.path);
  faults.latency = 8;
  const writers = [handleDirectory(handle, { owner: 'browser' }), commandLineIn(folder)];
  for (let round = 0; round < ROUNDS; round++) {
    folder.write('a.md', `before ${round}`);
    const before = await commandLineIn(folder).write('a.md', `before ${round}`, 'anything');
    const told = await race(writers, before as Replaces);
    expect([told.length, Object.values(folder.files())], `round ${round}`).toEqual([1, told]);
  }
});

test('a browser and the command line that make one file at one moment: one of them did', async () => {
  const folder = temporaryFolder();
  const { handle, faults } = fakeFolder(folder.path);
  faults.latency = 8;
  const writers = [handleDirectory(handle, { owner: 'browser' }), commandLineIn(folder)];
  for (let round = 0; round < ROUNDS; round++) {
    const told = await race(writers, 'nothing');
    expect([told.length, Object.values(folder.files())], `round ${round}`).toEqual([1, told]);
    folder.remove('a.md');
  }
});

test('an update by the command line waits for a browser that is about to place its own', async () => {
  const folder = temporaryFolder();
  const before = await commandLineIn(folder).write('a.md', 'before', 'nothing');
  let other: Promise<unknown> = Promise.resolve();
  const slow = closingAfter(fakeFolder(folder.path).handle, async () => {
    other = commandLineIn(folder).write('a.md', 'of the command line', before as Replaces);
    // It is done by then where it does not wait.
    await Promise.race([Promise.allSettled([other]), setTimeout(300)]);
  });
  await handleDirectory(slow, { owner: 'browser' }).write('a.md', 'of the browser', before as Replaces);
  await expect(other).rejects.toMatchObject({ code: 'file-changed' });
  expect(folder.files()).toEqual({ 'a.md': 'of the browser' });
});

test('a claim that a killed command line left holds up no other one', async () => {
  const folder = temporaryFolder();
  folder.write('.jianbao-claims/command-line.killed', '');
  const before = await commandLineIn(folder).write('a.md', 'before', 'nothing');
  await commandLineIn(folder).write('a.md', 'after', before as Replaces);
  expect(folder.files()).toEqual({ 'a.md': 'after' });
});

/** A folder whose files are put in place only after `meanwhile`. */
function closingAfter(folder: FolderHandle, meanwhile: () => Promise<void>): FolderHandle {
  return {
    ...folder,
    async getFileHandle(name, options): Promise<FileHandle> {
      const file = await folder.getFileHandle(name, options);
      return {
        ...file,
        async createWritable() {
          const writable = await file.createWritable();
          return {
            ...writable,
            async close() {
              await meanwhile();
              await writable.close();
            },
          };
        },
      };
    },
  };
}
