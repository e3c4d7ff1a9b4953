import { describe, expect, test } from 'vitest';
import type { DeliveryDeps } from '../../src/delivery/deliver.ts';
import { createDrain } from '../../src/delivery/drain-once.ts';
import type { Target } from '../../src/delivery/target.ts';
import { type Companion, createCompanion } from '../../src/delivery/targets/companion/companion.ts';
import { companionDirectory } from '../../src/delivery/targets/companion/companion-directory.ts';
import { downloadAddressOf } from '../../src/delivery/targets/downloads/download-address.ts';
import { downloadsTarget } from '../../src/delivery/targets/downloads/downloads-target.ts';
import { folderTarget } from '../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../src/delivery/targets/folder/handle-directory.ts';
import type { FolderHandle } from '../../src/delivery/targets/folder/handles.ts';
import { saveClip } from '../../src/library/commands/save-clip.ts';
import type { Library } from '../../src/library/store/database.ts';
import { companionInside } from '../fakes/companion.ts';
import { fakeDownloads, OUR_ID } from '../fakes/downloads.ts';
import { fakeFolder } from '../fakes/folder-handle.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { type Life, life, mortal } from '../fakes/life.ts';
import { fakeLocks } from '../fakes/locks.ts';
import { saveRequest, story } from '../fakes/story.ts';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporary-folder.ts';

const HANDLE_CALLS = ['getDirectoryHandle', 'getFileHandle', 'createWritable'];

interface Place {
  readonly targetId: string;
  readonly root: string;
  open(folder: TemporaryFolder, life: Life): Target;
}

function places(): Place[] {
  const downloads = new Map<TemporaryFolder, ReturnType<typeof fakeDownloads>>();
  return [
    {
      targetId: 'folder:archive',
      root: '',
      open(folder, life) {
        const handle: FolderHandle = mortal(fakeFolder(folder.path).handle, life, HANDLE_CALLS);
        return folderTarget({
          id: 'folder:archive',
          directory: handleDirectory(handle, { owner: 'archive', lookAgainAfter: 0 }),
        });
      },
    },
    {
      targetId: 'folder:companion',
      root: '',
      open(folder, life) {
        const companion: Companion = mortal(
          createCompanion(async () => companionInside(folder.path)),
          life,
        );
        return folderTarget({ id: 'folder:companion', directory: companionDirectory(companion, folder.path) });
      },
    },
    {
      targetId: 'downloads',
      root: 'Jianbao/',
      open(folder, life) {
        const api = downloads.get(folder) ?? fakeDownloads(folder.path);
        downloads.set(folder, api);
        const mortalApi = { ...mortal(api, life), onChanged: api.onChanged };
        return downloadsTarget({
          downloads: mortalApi,
          addressOf: downloadAddressOf,
          extensionId: OUR_ID,
          folder: 'Jianbao',
        });
      },
    },
  ];
}

function deps(library: Library, target: Target): DeliveryDeps {
  return {
    library,
    changes: { announce() {} },
    openTarget: async () => target,
    now: Date.now,
    random: Math.random,
  };
}

/** A post of its own, and one whose name a file of the user's has. */
async function prepare(library: Library, folder: TemporaryFolder, { targetId, root }: Place): Promise<void> {
  folder.write(`${root}_posts/2024-03-01-taken.md`, 'the user’s own');
  await saveClip(library, saveRequest('ferry', { targetIds: [targetId] }));
  await saveClip(library, saveRequest('taken', { targetIds: [targetId] }));
}

const NEVER = Number.POSITIVE_INFINITY;

describe.each(places())('$targetId: a drain killed at every step', (place) => {
  test.each(['before', 'after'] as const)('%s it: the next one brings every post, once', async (when) => {
    const whole = life(NEVER, when);
    {
      const library = temporaryLibrary();
      const folder = temporaryFolder();
      await prepare(library, folder, place);
      await createDrain(deps(mortal(library, whole), place.open(folder, whole)), fakeLocks())(true);
    }
    expect(whole.steps).toBeGreaterThan(10);

    for (let n = 1; n <= whole.steps; n++) {
      const library = temporaryLibrary();
      const folder = temporaryFolder();
      await prepare(library, folder, place);
      const first = life(n, when);
      void createDrain(deps(mortal(library, first), place.open(folder, first)), fakeLocks())(true);
      await first.killed;

      const second = life(NEVER, when);
      await createDrain(deps(library, place.open(folder, second)), fakeLocks())(true);
      const files = Object.entries(folder.files());
      const posts = files.filter(([, content]) => content.startsWith('---'));
      expect(files.length, `killed at step ${n}: ${files.map(([path]) => path)}`).toBe(3);
      expect(new Set(posts.map(([, content]) => content)).size, `killed at step ${n}`).toBe(1);
      expect(posts).toHaveLength(2);
      expect(folder.files()[`${place.root}_posts/2024-03-01-taken.md`]).toBe('the user’s own');
      const rows = await library.use((database) => database.getAll('deliveries'));
      expect(rows.map(({ state }) => state)).toEqual(['done', 'done']);
    }
  });
});

/** The clip's next version; its text is as long as the others', so that only the words tell them apart. */
function saveAnew(library: Library, { targetId }: Place, version: string) {
  const article = story({ text: `${version} version` });
  const as = { kind: 'update', id: 'ferry' } as const;
  return saveClip(library, saveRequest('ferry', { article, targetIds: [targetId], as }));
}

describe.each(places())(
  '$targetId: killed twice in a row, with a new version between',
  { timeout: 120_000 },
  (place) => {
    test.each(['before', 'after'] as const)('%s a step: what lies there is known as our own', async (when) => {
      async function lives(killAt: readonly number[]) {
        const library = temporaryLibrary();
        const folder = temporaryFolder();
        await saveAnew(library, place, 'first.');
        await createDrain(deps(library, place.open(folder, life(NEVER, when))), fakeLocks())(true);
        const steps: number[] = [];
        for (const [n, version] of ['second', 'third.', 'fourth'].entries()) {
          await saveAnew(library, place, version);
          const one = life(killAt[n] ?? NEVER, when);
          const over = createDrain(deps(mortal(library, one), place.open(folder, one)), fakeLocks())(true);
          await Promise.race([one.killed, over]);
          steps.push(one.steps);
        }
        const [row] = await library.use((database) => database.getAll('deliveries'));
        return { steps, row, files: Object.values(folder.files()) };
      }

      const { steps } = await lives([]);
      const [first = 0, second = 0] = steps;
      for (let n = 1; n <= first; n++) {
        // Every third, each time from another: all pairs together take a minute.
        for (let m = 1 + (n % 3); m <= second; m += 3) {
          const { row, files } = await lives([n, m]);
          expect(row, `killed at steps ${n} and ${m}`).toMatchObject({ state: 'done', version: 4 });
          expect(files, `killed at steps ${n} and ${m}`).toEqual([expect.stringContaining('fourth version')]);
        }
      }
    });
  },
);
