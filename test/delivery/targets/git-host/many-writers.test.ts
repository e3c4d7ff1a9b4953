import { expect, test } from 'vitest';
import { createDrain } from '../../../../src/delivery/drain-once.ts';
import type { Target } from '../../../../src/delivery/target.ts';
import { saveClip } from '../../../../src/library/commands/save-clip.ts';
import type { Delivery } from '../../../../src/library/model/delivery.ts';
import { HOST_NAMES, hostBench } from '../../../fakes/git-hosts/host-bench.ts';
import type { Fault } from '../../../fakes/git-hosts/serve-host.ts';
import { temporaryLibrary } from '../../../fakes/library.ts';
import { fakeLocks } from '../../../fakes/locks.ts';
import { saveRequest } from '../../../fakes/story.ts';

const TARGET = 'git-host:archive';

/** Real git, many processes: a busy machine takes its time. */
const PATIENCE = { timeout: 900_000 };

/** A browser with a library of its own that delivers to the branch. */
function browser(target: Target) {
  const library = temporaryLibrary();
  const deps = {
    library,
    changes: { announce() {} },
    openTarget: async () => target,
    now: Date.now,
    random: Math.random,
  };
  const save = (id: string, path: string, text: string) => {
    const post = { path, frontMatter: '', body: '', text, assets: [] };
    return saveClip(library, saveRequest(id, { post, targetIds: [TARGET], now: Date.now() }));
  };
  const rows = (): Promise<Delivery[]> => library.use((database) => database.getAll('deliveries'));
  return { drain: createDrain(deps, fakeLocks()), save, rows };
}

test.each(HOST_NAMES)('%s: 200 waiting clips are few commits, and one clip is few requests', PATIENCE, async (name) => {
  const { open, repository, served } = await hostBench(name);
  await repository.write('index.md', 'The archive.');
  const { save, drain, rows } = browser(open());
  await save('first', '_posts/first.md', 'The first story.\n');
  await drain(true);
  expect(served.calls.length).toBeLessThanOrEqual(4);
  const before = await repository.commitCount();
  for (let n = 0; n < 200; n++) await save(`clip-${n}`, `_posts/${n}.md`, `Story ${n}.\n`);
  await drain(true);
  expect((await rows()).filter(({ state }) => state !== 'done')).toEqual([]);
  expect((await repository.commitCount()) - before).toBeLessThanOrEqual(10);
  const files = await repository.files();
  expect(Object.keys(files)).toHaveLength(202);
  expect(files['_posts/199.md']).toBe('Story 199.\n');
});

/** One request in twelve goes wrong, each time another way. */
const FAULTS: readonly Fault[] = [
  { after: true },
  { cut: 20 },
  { before: true },
  { twice: true },
  { delay: 50 },
  { answer: { status: 503, body: {} } },
];
const faultOf = (n: number): Fault | undefined =>
  n % 12 === 5 ? FAULTS[Math.floor(n / 12) % FAULTS.length] : undefined;

const WRITERS = 6;
/** Posts of each writer. `MANY_WRITERS=1000`, the number of all posts, is the long run outside CI. */
const CLIPS = Math.ceil(Number(process.env['MANY_WRITERS'] ?? 120) / WRITERS);

test.each(HOST_NAMES)('%s: six browsers at once lose, double and overwrite nothing', PATIENCE, async (name) => {
  const { open, repository, served } = await hostBench(name);
  // A bad line for all of them: requests and answers get lost, are cut, and arrive twice.
  served.fault = (_call, n) => faultOf(n);
  await repository.write('_posts/story-0.md', 'By hand, before all others.\n');
  const browsers = Array.from({ length: WRITERS }, () => browser(open()));
  const textOf = (b: number, n: number) =>
    `---\nfrom: https://news.example/${b}/${n}\n---\nStory ${n} of browser ${b}.\n`;
  for (const [b, { save }] of browsers.entries()) {
    for (let n = 0; n < CLIPS; n++)
      await save(`${b}-${n}`, n < 5 ? `_posts/story-${n}.md` : `_posts/${b}-${n}.md`, textOf(b, n));
  }
  for (let round = 0; round < 40; round++) {
    await Promise.all(browsers.map(({ drain }) => drain(true)));
    const all = await Promise.all(browsers.map(({ rows }) => rows()));
    if (all.flat().every(({ state }) => state === 'done')) break;
  }
  const files = await repository.files();
  expect(files['_posts/story-0.md']).toBe('By hand, before all others.\n');
  for (const [b, { rows }] of browsers.entries()) {
    for (const { clipId, state, failure, receipts } of await rows()) {
      expect({ clipId, state, failure }).toEqual({ clipId, state: 'done', failure: undefined });
      const n = Number(clipId.split('-')[1]);
      expect(files[receipts[0]?.path ?? '']).toBe(textOf(b, n));
    }
  }
  expect(Object.keys(files)).toHaveLength(WRITERS * CLIPS + 1);
  expect((await repository.git(['fsck', '--strict', '--no-dangling'])).toString()).toBe('');
});
