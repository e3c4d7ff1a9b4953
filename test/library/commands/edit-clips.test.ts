import { expect, test } from 'vitest';
import type { Draft } from '../../../src/core/model/draft.ts';
import { deleteClips } from '../../../src/library/commands/delete-clips.ts';
import { editClips } from '../../../src/library/commands/edit-clips.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { life } from '../../fakes/life.ts';
import { saveRequest, story } from '../../fakes/story.ts';
import { mortalLibrary } from '../../faults/mortal-library.ts';

const IDS = ['a', 'b', 'c', 'd'];

async function openFour(): Promise<Library> {
  const library = temporaryLibrary();
  for (const id of IDS) {
    const article = story({ url: `https://news.example/${id}` });
    await saveClip(library, saveRequest(id, { article, targetIds: ['downloads'] }));
  }
  return library;
}

const addPier = {
  change: ({ tags }: Draft) => (tags.includes('pier') ? undefined : { tags: [...tags, 'pier'] }),
  writePost: async ({ tags }: Draft) => ({ path: 'a.md', frontMatter: '', body: '', text: tags.join(), assets: [] }),
  now: 7,
};

/** How often each clip has the tag, its version, and what waits to be delivered of it. */
async function states(library: Library): Promise<string[]> {
  const [clips, posts, deliveries, versions] = await library.use((database) =>
    Promise.all([
      database.getAll('clips'),
      database.getAll('posts'),
      database.getAll('deliveries'),
      database.getAll('versions'),
    ]),
  );
  return clips.map(({ id, tags, version }) => {
    const piers = tags.filter((tag) => tag === 'pier').length;
    const post = posts.find(({ clipId }) => clipId === id);
    const queued = deliveries.filter(({ clipId }) => clipId === id).map((row) => row.version);
    const earlier = versions.filter(({ clipId }) => clipId === id).map((row) => row.version);
    const isInPost = post?.text.includes('pier');
    return `${id}: ${piers} ${isInPost}, version ${version}, post ${post?.version}, queued ${queued}, kept ${earlier}`;
  });
}

const UNTAGGED = IDS.map((id) => `${id}: 0 false, version 1, post 1, queued 1, kept `);
const TAGGED = IDS.map((id) => `${id}: 1 true, version 2, post 2, queued 2, kept 1`);
const without = (id: string, all: readonly string[]) => all.filter((state) => !state.startsWith(`${id}:`));

test('changes many in one go, says which, and does nothing twice', async () => {
  const library = await openFour();
  await deleteClips(library, ['b'], 3);
  const edit = () => editClips(library, { ...addPier, clipIds: [...IDS, 'never-there'] });
  expect(await edit()).toEqual(['a', 'c', 'd']);
  expect(await states(library)).toEqual(without('b', TAGGED));
  expect(await edit()).toEqual([]);
  expect(await states(library)).toEqual(without('b', TAGGED));
});

test('where one cannot be written, none is changed', async () => {
  const library = await openFour();
  let written = 0;
  const writePost = async (draft: Draft) => {
    const post = await addPier.writePost(draft);
    // No database takes a function.
    return ++written === 3 ? Object.assign(post, { assets: [() => ''] }) : post;
  };
  await expect(editClips(library, { ...addPier, writePost, clipIds: IDS })).rejects.toThrow();
  expect(await states(library)).toEqual(UNTAGGED);
});

test('one that is saved meanwhile is changed from what it is then', async () => {
  const library = await openFour();
  let isUpdated = false;
  const writePost = async (draft: Draft) => {
    if (!isUpdated) {
      isUpdated = true;
      const article = story({ url: 'https://news.example/c', text: '渡轮明天停航。' });
      await saveClip(library, saveRequest('c', { article, as: { kind: 'update', id: 'c' }, now: 6 }));
    }
    return addPier.writePost(draft);
  };
  expect(await editClips(library, { ...addPier, writePost, clipIds: IDS })).toEqual(IDS);
  const found = await states(library);
  expect(without('c', found)).toEqual(without('c', TAGGED));
  expect(found[2]).toMatch(/^c: 1 true, version 3, post 3, .*, kept 1,2$/);
  expect((await library.use((database) => database.get('texts', 'c')))?.text).toBe('渡轮明天停航。');
});

test('a page that is killed at any step has changed whole parts, and another try changes the others once', async () => {
  const run = async (library: Library) => {
    for (const clipIds of [IDS.slice(0, 2), IDS.slice(2)]) await editClips(library, { ...addPier, clipIds });
  };
  const whole = life(0, 'before');
  await run(mortalLibrary(await openFour(), whole));
  expect(whole.steps).toBeGreaterThan(50);
  const left = new Set<number>();
  for (let killAt = 1; killAt <= whole.steps; killAt++) {
    for (const when of ['before', 'after'] as const) {
      const library = await openFour();
      const short = life(killAt, when);
      await Promise.race([run(mortalLibrary(library, short)), short.killed]);
      const after = await states(library);
      const done = after.filter((state, n) => state === TAGGED[n]).length;
      expect(after, `${when} step ${killAt}`).toEqual([...TAGGED.slice(0, done), ...UNTAGGED.slice(done)]);
      left.add(done);
      await run(library);
      expect(await states(library), `${when} step ${killAt}`).toEqual(TAGGED);
    }
  }
  expect([...left].sort()).toEqual([0, 2, 4]);
});
