import { expect, test } from 'vitest';
import { createDrain } from '../../src/delivery/drain-once.ts';
import { folderTarget } from '../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../src/delivery/targets/folder/handle-directory.ts';
import { saveClip } from '../../src/library/commands/save-clip.ts';
import type { Delivery } from '../../src/library/model/delivery.ts';
import { fakeFolder } from '../fakes/folder-handle.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { fakeLocks } from '../fakes/locks.ts';
import { saveRequest } from '../fakes/story.ts';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporary-folder.ts';

/** A browser with a library of its own that writes into the folder. */
function browser(folder: TemporaryFolder, latency: number) {
  const library = temporaryLibrary();
  const { handle, faults } = fakeFolder(folder.path);
  faults.latency = latency;
  const directory = handleDirectory(handle, { owner: crypto.randomUUID() });
  const target = folderTarget({ id: 'folder:archive', directory });
  const deps = { library, changes: { announce() {} }, openTarget: async () => target, now: Date.now, random: () => 0 };
  return { library, drain: createDrain(deps, fakeLocks()) };
}

const CLIPS = 60;

test('two browsers that write stories of the same names into one folder lose none of those they call done', async () => {
  const folder = temporaryFolder();
  const browsers = [browser(folder, 2), browser(folder, 20)];
  for (const [b, { library }] of browsers.entries()) {
    for (let n = 0; n < CLIPS; n++) {
      const text = `---\nfrom: https://news.example/${b}/${n}\n---\nStory ${n} of browser ${b}.\n`;
      const post = { path: `_posts/story-${n}.md`, frontMatter: '', body: '', text, assets: [] };
      await saveClip(library, saveRequest(`${b}-${n}`, { post, targetIds: ['folder:archive'], now: n }));
    }
  }
  for (let round = 0; round < 5; round++) await Promise.all(browsers.map(({ drain }) => drain(true)));

  const files = folder.files();
  for (const [b, { library }] of browsers.entries()) {
    const rows: Delivery[] = await library.use((database) => database.getAll('deliveries'));
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'done'));
    const lost = rows.filter(({ clipId, receipts: [receipt] }) => {
      const [, n] = clipId.split('-');
      return !files[receipt?.path ?? '']?.includes(`Story ${n} of browser ${b}.`);
    });
    expect(lost.map(({ clipId }) => clipId)).toEqual([]);
  }
  expect(Object.keys(files)).toHaveLength(2 * CLIPS);
});
