import { expect, test } from 'vitest';
import { freshDraft } from '../../src/app/fresh-draft.ts';
import { assembleSave, type SaveOrder, saveClip } from '../../src/app/save-clip.ts';
import type { Article } from '../../src/core/model/article.ts';
import type { Draft } from '../../src/core/model/draft.ts';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { writePost } from '../../src/core/post/to-post.ts';
import { createDrain } from '../../src/delivery/drain-once.ts';
import { folderTarget } from '../../src/delivery/targets/folder/folder-target.ts';
import { handleDirectory } from '../../src/delivery/targets/folder/handle-directory.ts';
import { readBackup } from '../../src/library/backup/read-backup.ts';
import { writeBackup } from '../../src/library/backup/write-backup.ts';
import { deleteClips } from '../../src/library/commands/delete-clips.ts';
import { editClip } from '../../src/library/commands/edit-clip.ts';
import { emptyTrash } from '../../src/library/commands/empty-trash.ts';
import { prepareUpdate } from '../../src/library/commands/prepare-update.ts';
import { restoreClips } from '../../src/library/commands/restore-clips.ts';
import { restoreVersion } from '../../src/library/commands/restore-version.ts';
import { draftOfContent } from '../../src/library/model/clip.ts';
import { listVersions } from '../../src/library/queries/list-versions.ts';
import { matchStory, seenStory } from '../../src/library/queries/match-story.ts';
import type { Library } from '../../src/library/store/database.ts';
import { fakeFolder } from '../fakes/folder-handle.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { type Life, life, mortal } from '../fakes/life.ts';
import { fakeLocks } from '../fakes/locks.ts';
import { story } from '../fakes/story.ts';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporary-folder.ts';
import { mortalLibrary } from './mortal-library.ts';

/** Kills to try, and where the random numbers begin: more of them are tried outside CI. */
const KILLS = Number(process.env['KILLS'] ?? 300);
const SEED = Number(process.env['SEED'] ?? 1);

/** Kills in one library, before its folder is looked at and a new one is begun. */
const KILLS_A_LIBRARY = 25;
const STORIES = 5;
const FOLDER = 'folder:archive';
const HANDLE_CALLS = ['getDirectoryHandle', 'getFileHandle', 'createWritable'];

/** A clip as its user sees it. */
interface Seen {
  readonly title: string;
  readonly tags: readonly string[];
  readonly text: string;
  readonly isDeleted: boolean;
}

/** All clips by their ids. */
type State = ReadonlyMap<string, Seen>;

/** Where a killed process does its work, and where a new one finds it. */
interface World {
  readonly library: Library;
  readonly folder: TemporaryFolder;
  backup?: { readonly file: Blob; readonly state: State };
  /** What another process is at, which goes on where the deed's own is killed. */
  beside?: Promise<unknown>;
}

/** Something that the user does: what is done, and the result. */
interface Deed {
  readonly name: string;
  /** Does it, by a process with that life. Done twice, it has happened once. */
  run(life: Life): Promise<unknown>;
  readonly after: State;
}

/** A small generator of random numbers from a seed (Lehmer, with Park and Miller's multiplier of 1993). */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 7_919) % 2_147_483_647 || 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const random = randomFrom(SEED);
const pick = <T>(from: readonly T[]): T | undefined => from[random(from.length)];
const noPinyin = () => Promise.reject(new Error('no pinyin is asked for'));
const changes = { announce() {} };

let now = Date.parse('2024-03-04T10:00:00Z');
let count = 0;

/** What the page of a story says now: its second paragraph has never been said before. */
function pageOf(n: number): Article {
  return story({
    url: `https://news.example/${n}`,
    title: { value: `Story ${n} of the harbour`, origin: 'heading' },
    text: `The ferry ${n} goes again on Monday.\n\nThis is what the page said for the ${++count}th time.`,
  });
}

const live = (state: State) => [...state].filter(([, { isDeleted }]) => !isDeleted);
const deleted = (state: State) => [...state].filter(([, { isDeleted }]) => isDeleted);

function orderOf(article: Article, saveId: string): SaveOrder {
  const common = { preset: jekyll, targetIds: [FOLDER], part: 'article', loadPinyin: noPinyin } as const;
  return { ...common, article, as: 'same-story', saveId, now: ++now };
}

/** The popup: the user changes title and tags, or neither, and presses Save. Popup and background both save it. */
async function saveFromPopup(world: World, state: State): Promise<Deed> {
  const article = pageOf(random(STORIES));
  const id = crypto.randomUUID();
  const { clip: known } = await matchStory(world.library, seenStory(article, 'article'));
  const shown = known && (await prepareUpdate(world.library, known.id, article));
  const fresh = shown?.draft ?? (await assembleSave(world.library, orderOf(article, id))).draft;
  const isEdited = random(2) === 0;
  const draft: Draft = isEdited ? { ...fresh, title: `My title ${count}`, tags: ['mine', `t${count}`] } : fresh;
  const order = { ...orderOf(article, id), draft };
  const keep = async (library: Library) => saveClip({ library, changes }, await assembleSave(library, order));
  const seen = { title: draft.title, tags: draft.tags, text: article.text, isDeleted: false };
  const background = random(3) === 0;
  return {
    name: background ? 'save by popup and background' : 'save',
    async run(one) {
      const byPopup = keep(mortalLibrary(world.library, one));
      if (background) world.beside = keep(world.library);
      await Promise.all([byPopup, world.beside]);
    },
    after: new Map([...state, [known?.id ?? id, seen]]),
  };
}

/** The shortcut: nobody sees the draft. */
async function quickClip(world: World, state: State): Promise<Deed> {
  const article = pageOf(random(STORIES));
  const order = orderOf(article, crypto.randomUUID());
  const { clip: known } = await matchStory(world.library, seenStory(article, 'article'));
  const id = known?.id ?? order.saveId;
  const { title, tags } = freshDraft(article, now);
  return {
    name: 'quick clip',
    async run(one) {
      const library = mortalLibrary(world.library, one);
      return saveClip({ library, changes }, await assembleSave(library, order));
    },
    after: new Map([...state, [id, { title, tags, ...state.get(id), text: article.text, isDeleted: false }]]),
  };
}

function edit(world: World, state: State): Deed | undefined {
  const [id, seen] = pick(live(state)) ?? [];
  if (id === undefined || !seen) return undefined;
  const change = random(2) === 0 ? { title: `Edited ${++count}` } : { tags: [...seen.tags, `bulk${++count}`] };
  return {
    name: 'edit',
    run: (one) =>
      editClip(mortalLibrary(world.library, one), {
        clipId: id,
        change: () => change,
        writePost: (draft) => writePost(draft, jekyll, noPinyin),
        now: ++now,
      }),
    after: new Map([...state, [id, { ...seen, ...change }]]),
  };
}

function trash(world: World, state: State): Deed {
  const ids = live(state).flatMap(([id]) => (random(2) === 0 ? [id] : []));
  return {
    name: 'delete',
    run: (one) => deleteClips(mortalLibrary(world.library, one), ids, ++now),
    after: withDeleted(state, ids, true),
  };
}

function untrash(world: World, state: State): Deed {
  const ids = deleted(state).flatMap(([id]) => (random(2) === 0 ? [id] : []));
  return {
    name: 'restore from trash',
    run: (one) => restoreClips(mortalLibrary(world.library, one), ids),
    after: withDeleted(state, ids, false),
  };
}

function withDeleted(state: State, ids: readonly string[], isDeleted: boolean): State {
  return new Map([...state].map(([id, seen]) => [id, ids.includes(id) ? { ...seen, isDeleted } : seen]));
}

function empty(world: World, state: State): Deed {
  return {
    name: 'empty the trash',
    run: (one) => emptyTrash(mortalLibrary(world.library, one)),
    after: new Map(live(state)),
  };
}

async function bringBackVersion(world: World, state: State): Promise<Deed | undefined> {
  const [id, seen] = pick(live(state)) ?? [];
  if (id === undefined || !seen) return undefined;
  const old = pick(await listVersions(world.library, id));
  if (!old) return undefined;
  const { title, tags } = { ...old.source, ...old.edits };
  return {
    name: 'restore a version',
    run: (one) =>
      restoreVersion(mortalLibrary(world.library, one), {
        clipId: id,
        version: old.clip.version,
        writePost: (draft) => writePost(draft, jekyll, noPinyin),
        now: ++now,
      }),
    after: new Map([...state, [id, { ...seen, title, tags, text: old.text }]]),
  };
}

/** What is there stays: a version counter never goes back. What is in the trash, or gone, comes back, into the trash where it was there. */
async function restoreBackup(world: World, state: State): Promise<Deed> {
  world.backup ??= {
    file: await writeBackup(world.library, { settings: {}, presets: {}, sites: {}, now: ++now }),
    state,
  };
  const { file, state: kept } = world.backup;
  const restoreId = `${++now}-restore`;
  const ids = live(kept).map(([id]) => id);
  const back = new Map([...kept, ...withDeleted(state, ids, false)]);
  return {
    name: 'restore a backup',
    run: (one) =>
      readBackup(mortalLibrary(world.library, one), file, {
        restoreId,
        signal: new AbortController().signal,
        onDamaged: async () => false,
      }),
    after: back,
  };
}

function deliver(world: World, state: State): Deed {
  return { name: 'deliver', run: (one) => drain(world, one), after: state };
}

function drain({ library, folder }: World, one: Life): Promise<unknown> {
  const directory = handleDirectory(mortal(fakeFolder(folder.path).handle, one, HANDLE_CALLS), {
    owner: 'archive',
    lookAgainAfter: 0,
  });
  const target = folderTarget({ id: FOLDER, directory });
  const openTarget = async () => target;
  const deps = { library: mortalLibrary(library, one), changes, openTarget, now: () => ++now, random: () => 0.5 };
  return createDrain(deps, fakeLocks())(true);
}

const DEEDS = [
  saveFromPopup,
  saveFromPopup,
  quickClip,
  quickClip,
  edit,
  trash,
  untrash,
  bringBackVersion,
  restoreBackup,
  empty,
  deliver,
  deliver,
  deliver,
];

/** Reads everything as a new process does. A clip whose parts do not belong together is an error. */
function observe(library: Library): Promise<State> {
  return library.use(async (database) => {
    const state = new Map<string, Seen>();
    const clips = (await database.getAll('clips')).map((clip) => ({ clip, isDeleted: false }));
    const trashed = (await database.getAll('trash')).map(({ clip }) => ({ clip, isDeleted: true }));
    for (const { clip, isDeleted } of [...clips, ...trashed]) {
      const { id } = clip;
      const content = await database.get('contents', id);
      const text = await database.get('texts', id);
      const post = await database.get('posts', id);
      if (!content || !text || !post) throw new Error(`clip ${id} is not whole`);
      const draft = draftOfContent(content);
      expect([clip.title, clip.tags, post.version]).toEqual([draft.title, draft.tags, clip.version]);
      expect(post.text).toContain(`title: "${draft.title}"`);
      if (state.has(id)) throw new Error(`clip ${id} is there and in the trash`);
      state.set(id, { title: draft.title, tags: draft.tags, text: text.text, isDeleted });
    }
    return state;
  });
}

const plain = (state: State) => [...state].sort(([a], [b]) => (a < b ? -1 : 1));
const same = (a: State, b: State) => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

const counts = { kills: 0, undone: 0, done: 0, libraries: 0 };
const kinds = new Map<string, number>();

/** Steps that each deed has been seen to take, at most: kills are spread over all of them. */
const longest = new Map<string, number>();

/** Kills one deed at a random step, looks at what is left, and does it again as the user would. */
async function killOnce(world: World, before: State): Promise<State> {
  const deed = await pick(DEEDS)?.(world, before);
  if (!deed) return before;
  const killAt = 1 + random(longest.get(deed.name) ?? 40);
  const one = life(killAt, random(2) === 0 ? 'before' : 'after');
  const end = await Promise.race([one.killed.then(() => 'killed'), deed.run(one).then(() => 'done')]);
  await world.beside;
  longest.set(deed.name, Math.max(longest.get(deed.name) ?? 0, one.steps));
  const left = await observe(world.library);
  const where = `${deed.name}, killed at step ${killAt}, seed ${SEED}, after ${counts.kills} kills`;
  if (end === 'killed') {
    counts.kills++;
    kinds.set(deed.name, (kinds.get(deed.name) ?? 0) + 1);
  }
  const isDone = same(left, deed.after);
  if (end === 'done' || !same(left, before)) expect(plain(left), where).toEqual(plain(deed.after));
  if (end === 'killed') counts[isDone ? 'done' : 'undone']++;
  if (isDone && !deed.name.startsWith('save')) return left;
  await deed.run(life(Number.POSITIVE_INFINITY, 'before'));
  const again = await observe(world.library);
  expect(plain(again), `${where}, and done again`).toEqual(plain(deed.after));
  return again;
}

/** Delivers what waits. Each clip that was sent to the folder is in one file there, as the library has it. */
async function lookAtFolder(world: World, state: State): Promise<void> {
  await drain(world, life(Number.POSITIVE_INFINITY, 'before'));
  expect(plain(await observe(world.library))).toEqual(plain(state));
  const files = Object.entries(world.folder.files()).filter(([path]) => path.endsWith('.md'));
  const { rows, posts } = await world.library.use(async (database) => ({
    rows: await database.getAll('deliveries'),
    posts: new Map((await database.getAll('posts')).map((post) => [post.clipId, post.text])),
  }));
  for (const { clipId, state: outcome, failure } of rows) {
    if (failure?.code === 'already-there') {
      // The file of a clip that was deleted here: the user is asked. No clip that is kept has it.
      const isKept = rows.some(({ state, receipts }) => state === 'done' && receipts[0]?.path === failure.detail);
      expect(isKept, failure.detail).toBe(false);
      continue;
    }
    expect(outcome, JSON.stringify(failure)).toBe('done');
    const copies = files.filter(([, text]) => text === posts.get(clipId));
    expect(copies.length, `clip ${clipId} in ${files.map(([path]) => path)}`).toBe(1);
  }
}

test(`${KILLS} kills at random steps leave a deed undone or whole, and lose, double or wipe nothing`, {
  timeout: 3_600_000,
}, async () => {
  while (counts.kills < KILLS) {
    const world: World = { library: temporaryLibrary(`random-${++counts.libraries}`), folder: temporaryFolder() };
    let state: State = new Map();
    const until = Math.min(KILLS, counts.kills + KILLS_A_LIBRARY);
    while (counts.kills < until) state = await killOnce(world, state);
    await lookAtFolder(world, state);
  }
  const { kills, undone, done, libraries } = counts;
  const tried = [...kinds].map(([name, times]) => `${name} ${times}`).join(', ');
  const outcome = `${undone} left undone, ${done} whole; lost 0, doubled 0, edits wiped 0`;
  process.stdout.write(`random kills: tried ${kills} in ${libraries} libraries (${tried}): ${outcome}\n`);
});
