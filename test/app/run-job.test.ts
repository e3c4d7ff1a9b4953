import { expect, test } from 'vitest';
import { PageError } from '../../src/app/fetch-page.ts';
import { createItemClipper, type ItemDeps } from '../../src/app/run-job.ts';
import type { Article } from '../../src/core/model/article.ts';
import { ClipError } from '../../src/core/model/failure.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { deleteClips } from '../../src/library/commands/delete-clips.ts';
import { claimItem, recordOutcome, releaseItems } from '../../src/library/commands/job-items.ts';
import type { Job, JobItem, Outcome } from '../../src/library/model/job.ts';
import { listClips } from '../../src/library/queries/list-clips.ts';
import type { Library } from '../../src/library/store/database.ts';
import { queueJob } from '../fakes/job.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { story } from '../fakes/story.ts';

const [FERRY, TRAM] = ['https://news.example/ferry', 'https://news.example/tram'] as const;
const tram = (changes: Partial<Article> = {}) =>
  story({ url: TRAM, title: { value: 'The tram is late', origin: 'heading' }, text: 'The tram was late.', ...changes });

/** A library with a batch, and what clips its items from these pages, by address. */
async function start(pages: Readonly<Record<string, Article | Error>>, changes: Partial<Job> = {}) {
  const library = temporaryLibrary();
  const read: string[] = [];
  const job = await queueJob(library, Object.keys(pages), changes);
  const deps: ItemDeps = {
    library,
    changes: { announce() {} },
    deliver() {},
    presetOf: async () => jekyll,
    loadPinyin: () => Promise.reject(new Error('no pinyin is asked for')),
    async readPage(_job, { url }) {
      read.push(url);
      const page = pages[url];
      if (!page || page instanceof Error) throw page;
      return page;
    },
  };
  return { library, job, read, clip: createItemClipper(deps) };
}

async function claim(library: Library, url: string): Promise<JobItem> {
  const item = await claimItem(library, url, { holder: 'page', until: 1 });
  if (!item) throw new Error(`${url} was not handed out`);
  return item;
}

const never = new AbortController().signal;

async function outcomeOf({ library, job, clip }: Awaited<ReturnType<typeof start>>, url: string): Promise<Outcome> {
  const item = await claim(library, url);
  const { outcome } = await clip(job, item, never);
  await recordOutcome(library, item, outcome, 1);
  return outcome;
}

test('a page becomes a clip with the tags of its batch, or is refused with the reason', async () => {
  const lost = new PageError('slow-down', '429', 9_000);
  const world = await start({ [FERRY]: story(), [TRAM]: lost }, { tags: ['harbour'] });
  expect(await outcomeOf(world, FERRY)).toMatchObject({ state: 'saved', clipId: FERRY, title: '渡轮星期一恢复行驶' });
  expect((await listClips(world.library)).map(({ tags }) => tags)).toEqual([['海港日报', 'harbour']]);
  const refused = await world.clip(world.job, await claim(world.library, TRAM), never);
  const failure = { reason: 'slow-down', detail: '429' };
  expect(refused).toEqual({ outcome: { state: 'refused', failure }, isAsked: true, retryAt: 9_000 });
});

test('what the clip itself says of a page is thrown, for the runner to write down', async () => {
  const world = await start({ [FERRY]: new ClipError('no-article') });
  await expect(world.clip(world.job, await claim(world.library, FERRY), never)).rejects.toThrow('no-article');
});

test('a runner that was killed after the save: the next one finds the clip and its doubts, and reads no page', async () => {
  const world = await start({ [FERRY]: story({ warnings: ['body-short', 'date-zone-unknown'] }) });
  await world.clip(world.job, await claim(world.library, FERRY), never);
  await releaseItems(world.library, () => true);
  const again = await outcomeOf(world, FERRY);
  expect(again).toMatchObject({ state: 'uncertain', clipId: FERRY, doubts: ['body-short'] });
  expect(world.read).toEqual([FERRY]);
  expect(await listClips(world.library)).toMatchObject([{ version: 1 }]);
});

test('the same, where the user has deleted the clip meanwhile: it stays deleted', async () => {
  const world = await start({ [FERRY]: story() });
  await world.clip(world.job, await claim(world.library, FERRY), never);
  await deleteClips(world.library, [FERRY], 1);
  await releaseItems(world.library, () => true);
  expect(await outcomeOf(world, FERRY)).toMatchObject({ state: 'saved' });
  expect(await listClips(world.library)).toEqual([]);
});

test('a story is known by its address without a look at the page, and by its text where the address is another', async () => {
  const copy = 'https://m.news.example/f/1';
  const world = await start({ [FERRY]: story(), [`${FERRY}?utm_source=app`]: story(), [copy]: story() });
  await outcomeOf(world, FERRY);
  expect(await outcomeOf(world, `${FERRY}?utm_source=app`)).toMatchObject({ state: 'known', clipId: FERRY });
  expect(await outcomeOf(world, copy)).toMatchObject({ state: 'known', clipId: FERRY });
  expect(world.read).toEqual([FERRY, copy]);
});

test('two addresses of one story that are read at the same time are one clip', async () => {
  const copy = 'https://m.news.example/f/1';
  const world = await start({ [FERRY]: story(), [copy]: story() });
  const outcomes = await Promise.all([outcomeOf(world, FERRY), outcomeOf(world, copy)]);
  expect(outcomes.map(({ state }) => state).toSorted()).toEqual(['known', 'saved']);
  expect(await listClips(world.library)).toMatchObject([{ version: 1 }]);
});

test('another story under an address that is known is saved as its own, to be looked at', async () => {
  const front = 'https://news.example/today';
  const world = await start({ [FERRY]: story({ url: front }), [front]: tram({ url: front }) });
  await outcomeOf(world, FERRY);
  expect((await listClips(world.library)).map(({ url }) => url)).toEqual([front]);
  expect(await outcomeOf(world, front)).toMatchObject({ state: 'known' });
  const other = await start({ [FERRY]: story({ url: front }), [TRAM]: tram({ url: front }) });
  await outcomeOf(other, FERRY);
  expect(await outcomeOf(other, TRAM)).toMatchObject({ state: 'uncertain', doubts: ['another-story'] });
  expect(await listClips(other.library)).toHaveLength(2);
});
