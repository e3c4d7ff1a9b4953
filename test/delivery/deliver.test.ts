import { expect, test } from 'vitest';
import { ClipError } from '../../src/core/model/failure.ts';
import type { DeliveryDeps } from '../../src/delivery/deliver.ts';
import { createDrain } from '../../src/delivery/drain-once.ts';
import type { Expectation, OutFile, Target } from '../../src/delivery/target.ts';
import { retryDelivery } from '../../src/library/commands/outbox.ts';
import { keptPictures } from '../../src/library/commands/pictures.ts';
import { saveClip } from '../../src/library/commands/save-clip.ts';
import type { Delivery } from '../../src/library/model/delivery.ts';
import type { Library } from '../../src/library/store/database.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { fakeLocks } from '../fakes/locks.ts';
import { saveRequest, story } from '../fakes/story.ts';

/** A target that keeps files in a map, and does what the test says before it does. */
function memoryTarget(before: (files: readonly OutFile[], expect: Expectation) => unknown = () => {}) {
  const files = new Map<string, string>();
  const puts: string[] = [];
  let broken: ClipError | undefined;
  const target: Target = {
    id: 'downloads',
    root: '',
    async check() {
      if (broken) throw broken;
    },
    async put(outFiles, expectation) {
      await before(outFiles, expectation);
      return outFiles.map(({ path, content }) => {
        puts.push(path);
        if (expectation.kind === 'absent' && files.has(path) && files.get(path) !== content) {
          throw new ClipError('name-taken', path);
        }
        files.set(path, String(content));
        return { path, version: String(content), bytes: content.length };
      });
    },
  };
  return {
    target,
    files,
    puts,
    breakWith(error?: ClipError) {
      broken = error;
    },
  };
}

function deps(library: Library, target: Target | undefined, clock = { now: 1_800_000_000_000 }): DeliveryDeps {
  return {
    library,
    changes: { announce() {} },
    openTarget: async () => target,
    now: () => clock.now,
    random: () => 0.5,
  };
}

function rows(library: Library): Promise<Delivery[]> {
  return library.use((database) => database.getAll('deliveries'));
}

test('a saved clip arrives, and its row says where and when', async () => {
  const library = temporaryLibrary();
  const { target, files } = memoryTarget();
  await saveClip(library, saveRequest('ferry'));
  expect(await createDrain(deps(library, target), fakeLocks())()).toEqual({});
  expect([...files.keys()]).toEqual(['_posts/2024-03-01-ferry.md']);
  expect(await rows(library)).toMatchObject([
    { state: 'done', attempts: 1, receipts: [{ path: '_posts/2024-03-01-ferry.md' }], deliveredAt: 1_800_000_000_000 },
  ]);
});

test('a burst arrives in the order of saving, each clip once, whoever asks for a drain', async () => {
  const library = temporaryLibrary();
  const { target, puts } = memoryTarget();
  const run = createDrain(deps(library, target), fakeLocks());
  const ids = Array.from({ length: 40 }, (_, n) => `clip-${String(n).padStart(2, '0')}`);
  await Promise.all(ids.map((id, n) => saveClip(library, saveRequest(id, { now: n })).then(() => run())));
  expect([...puts].sort()).toEqual(ids.map((id) => `_posts/2024-03-01-${id}.md`));
  expect((await rows(library)).every((row) => row.state === 'done')).toBe(true);
});

test('two stories of one name take two files', async () => {
  const library = temporaryLibrary();
  const { target, files } = memoryTarget();
  const same = { path: '_posts/same.md', frontMatter: '', body: '', text: 'one', assets: [] };
  await saveClip(library, saveRequest('one', { post: same }));
  await saveClip(library, saveRequest('two', { post: { ...same, path: '_posts/Same.md', text: 'two' } }));
  files.set('_posts/Same-2.md', 'the user’s own');
  await createDrain(deps(library, target), fakeLocks())();
  expect(Object.fromEntries(files)).toEqual({
    '_posts/same.md': 'one',
    '_posts/Same-2.md': 'the user’s own',
    '_posts/Same-3.md': 'two',
  });
});

test('the next version goes where the first one lies, also under a new title', async () => {
  const library = temporaryLibrary();
  const { target, files } = memoryTarget();
  const run = createDrain(deps(library, target), fakeLocks());
  await saveClip(library, saveRequest('ferry'));
  await run();
  const article = story({ title: { value: '渡轮停驶', origin: 'heading' } });
  const update = saveRequest('other', { article, as: { kind: 'same-story', id: 'other' } });
  expect(await saveClip(library, update)).toMatchObject({ id: 'ferry', version: 2 });
  await run();
  expect([...files.keys()]).toEqual(['_posts/2024-03-01-ferry.md']);
  expect([...files.values()][0]).toContain('渡轮停驶');
});

test('a passing fault is tried again later, with growing waits, and given up in the end', async () => {
  const library = temporaryLibrary();
  const clock = { now: 0 };
  const { target } = memoryTarget(() => {
    throw new ClipError('download-interrupted', 'USER_SHUTDOWN');
  });
  const run = createDrain(deps(library, target, clock), fakeLocks());
  await saveClip(library, saveRequest('ferry', { now: 0 }));
  const waits: number[] = [];
  for (;;) {
    const { wakeAt } = await run();
    if (wakeAt === undefined) break;
    waits.push(wakeAt - clock.now);
    clock.now = wakeAt;
  }
  expect(waits.slice(0, 3)).toEqual([1_500, 3_000, 6_000]);
  expect(Math.max(...waits)).toBe(22.5 * 60_000);
  expect(await rows(library)).toMatchObject([
    { state: 'failed', attempts: 15, failure: { code: 'download-interrupted', detail: 'USER_SHUTDOWN' } },
  ]);
});

test('a blocked target holds all its rows, uses up no attempt, and lets them go when it is whole again', async () => {
  const library = temporaryLibrary();
  const { target, files, breakWith } = memoryTarget();
  const run = createDrain(deps(library, target), fakeLocks());
  await saveClip(library, saveRequest('one'));
  await saveClip(library, saveRequest('two'));
  breakWith(new ClipError('folder-gone', 'archive'));
  await run();
  expect(await rows(library)).toMatchObject([
    { state: 'blocked', attempts: 0, failure: { code: 'folder-gone' } },
    { state: 'blocked', attempts: 0, failure: { code: 'folder-gone' } },
  ]);
  breakWith();
  await run();
  expect(files.size).toBe(0);
  await run(true);
  expect(files.size).toBe(2);
});

test('a target that could not be reached is looked at again soon', async () => {
  const library = temporaryLibrary();
  const { target, files, breakWith } = memoryTarget();
  const clock = { now: 0 };
  const run = createDrain(deps(library, target, clock), fakeLocks());
  await saveClip(library, saveRequest('one', { now: 0 }));
  breakWith(new ClipError('companion-lost', 'no connectNative'));
  expect(await run()).toEqual({ wakeAt: 40_000 });
  expect(await rows(library)).toMatchObject([{ state: 'blocked', attempts: 0 }]);
  breakWith();
  clock.now = 40_000;
  expect([await run(), files.size]).toEqual([{}, 1]);
});

test('a place that is away for a week is asked ever less often, holds up no other, and misses nothing', async () => {
  const library = temporaryLibrary();
  const [away, near] = [memoryTarget(), memoryTarget()];
  const clock = { now: 0 };
  const both = { ...deps(library, near.target, clock) };
  const openTarget = async (id: string) => (id === 'away' ? away.target : near.target);
  const run = createDrain({ ...both, openTarget }, fakeLocks());
  away.breakWith(new ClipError('offline', 'no answer'));
  const [day, minute] = [24 * 60 * 60_000, 60_000];
  let looks = 0;
  for (const clip of ['one', 'two']) {
    await saveClip(library, saveRequest(clip, { now: clock.now, targetIds: ['away', 'near'] }));
    const evening = clock.now + day / 2;
    while (clock.now < evening) {
      looks++;
      const { wakeAt = evening } = await run();
      // However long it was away: it is found again within a quarter of an hour.
      expect(wakeAt - clock.now).toBeLessThanOrEqual(15 * minute);
      clock.now = Math.min(evening, wakeAt);
    }
  }
  expect(looks).toBeLessThan(150);
  expect([away.files.size, near.files.size]).toEqual([0, 2]);
  clock.now += 6 * day;
  await run();
  // What waited longest goes with the first clip that finds the place again.
  await saveClip(library, saveRequest('last', { now: clock.now, targetIds: ['away', 'near'] }));
  away.breakWith();
  await run();
  expect([away.files.size, near.files.size]).toEqual([3, 3]);
  expect((await rows(library)).every(({ state }) => state === 'done')).toBe(true);
});

test('a target that is no longer set up blocks, it does not lose', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('one'));
  await createDrain(deps(library, undefined), fakeLocks())();
  expect(await rows(library)).toMatchObject([{ state: 'blocked', failure: { code: 'target-unknown' } }]);
});

test('a paused place keeps its rows, wakes nobody for them, and lets them go when it is resumed', async () => {
  const library = temporaryLibrary();
  const { target, puts } = memoryTarget();
  let isPaused = true;
  const openTarget = async () => {
    if (isPaused) throw new ClipError('place-paused', 'archive');
    return target;
  };
  const run = createDrain({ ...deps(library, target), openTarget }, fakeLocks());
  await saveClip(library, saveRequest('1'));
  expect(await run(true)).toEqual({});
  expect(await rows(library)).toMatchObject([{ state: 'blocked', failure: { code: 'place-paused' }, attempts: 0 }]);
  isPaused = false;
  await run(true);
  expect(await rows(library)).toMatchObject([{ state: 'done' }]);
  expect(puts).toHaveLength(1);
});

test('a drain killed while sending leaves a row from which the next one goes on, at the same name', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  const stuck = memoryTarget(() => new Promise(() => {}));
  void createDrain(deps(library, stuck.target), fakeLocks())();
  await expect.poll(async () => (await rows(library))[0]?.intent?.path).toBe('_posts/2024-03-01-ferry.md');
  expect(await rows(library)).toMatchObject([{ state: 'sending' }]);

  const expectations: Expectation[] = [];
  const next = memoryTarget((_files, expectation) => expectations.push(expectation));
  await createDrain(deps(library, next.target), fakeLocks())();
  expect(expectations).toMatchObject([{ kind: 'absent', resumed: { since: 1_800_000_000_000 } }]);
  expect([...next.files.keys()]).toEqual(['_posts/2024-03-01-ferry.md']);
  expect(await rows(library)).toMatchObject([{ state: 'done' }]);
});

test('a version saved while the one before is on its way is delivered after it, to the same file', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('ferry'));
  let first = true;
  const { target, files } = memoryTarget(async () => {
    if (!first) return;
    first = false;
    const article = story({ markdown: '渡轮照常。' });
    await saveClip(library, saveRequest('ferry', { article, as: { kind: 'update', id: 'ferry' } }));
  });
  await createDrain(deps(library, target), fakeLocks())();
  expect([...files.keys()]).toEqual(['_posts/2024-03-01-ferry.md']);
  expect([...files.values()][0]).toContain('渡轮照常。');
  expect(await rows(library)).toMatchObject([{ state: 'done', version: 2 }]);
});

test('a file changed by hand waits for the choice, and the choice is carried out', async () => {
  const library = temporaryLibrary();
  const { target, files } = memoryTarget((_files, expectation) => {
    if (expectation.kind === 'ours') throw new ClipError('file-changed', '_posts/2024-03-01-ferry.md');
  });
  const run = createDrain(deps(library, target), fakeLocks());
  await saveClip(library, saveRequest('ferry'));
  await run();
  const article = story({ markdown: '渡轮照常。' });
  await saveClip(library, saveRequest('ferry', { article, as: { kind: 'update', id: 'ferry' } }));
  expect(await run()).toEqual({});
  expect(await run(true)).toEqual({});
  expect(await rows(library)).toMatchObject([{ state: 'blocked', attempts: 1, failure: { code: 'file-changed' } }]);

  await retryDelivery(library, 'ferry', 'downloads', 1_800_000_000_000, 'keep-both');
  await run();
  expect([...files.keys()]).toEqual(['_posts/2024-03-01-ferry.md', '_posts/2024-03-01-ferry-2.md']);
});

/** The first bytes of a JPEG, and something to tell it from others. */
const jpeg = (mark: string) => Uint8Array.from([0xff, 0xd8, 0xff, ...new TextEncoder().encode(mark)]);

function withPictures(count: number) {
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  const assets = numbers.map((n) => ({
    url: `https://news.example/${n}.jpg`,
    path: `assets/ferry/${n}.jpg`,
    link: `../assets/ferry/${n}.jpg`,
  }));
  const text = numbers.map((n) => `![](../assets/ferry/${n}.jpg)`).join('\n');
  return { path: '_posts/ferry.md', frontMatter: '', body: '', text, assets };
}

test('pictures go with their post; one that cannot be had stays a link to where it is, and the row says so', async () => {
  const library = temporaryLibrary();
  const { target, files } = memoryTarget();
  await saveClip(library, saveRequest('ferry', { post: withPictures(2) }));
  const fetchPicture: DeliveryDeps['fetchPicture'] = async (url) =>
    url.endsWith('1.jpg') ? { type: 'jpg', bytes: jpeg('1') } : undefined;
  await createDrain({ ...deps(library, target), fetchPicture }, fakeLocks())();
  expect([...files.keys()]).toEqual(['_posts/ferry.md', 'assets/ferry/1.jpg']);
  expect(files.get('_posts/ferry.md')).toBe('![](../assets/ferry/1.jpg)\n![](https://news.example/2.jpg)');
  expect(await rows(library)).toMatchObject([{ state: 'done', linkedPictures: 1 }]);
});

test('a picture is in the library before the post is anywhere, and is fetched once', async () => {
  const library = temporaryLibrary();
  const fetched: string[] = [];
  const fetchPicture: DeliveryDeps['fetchPicture'] = async (url) => {
    fetched.push(url);
    return { type: 'jpg', bytes: jpeg(url) };
  };
  let kept: string[] = [];
  let isBroken = true;
  const { target, files } = memoryTarget(async () => {
    kept = [...(await keptPictures(library, 'ferry')).keys()];
    if (isBroken) throw new ClipError('download-interrupted');
  });
  const drain = createDrain({ ...deps(library, target), fetchPicture }, fakeLocks());
  await saveClip(library, saveRequest('ferry', { post: withPictures(6) }));
  await drain();
  expect(kept).toHaveLength(6);
  isBroken = false;
  await drain(true);
  expect(fetched).toHaveLength(6);
  expect(files.size).toBe(7);
  expect(await rows(library)).not.toMatchObject([{ linkedPictures: expect.anything() }]);
});
