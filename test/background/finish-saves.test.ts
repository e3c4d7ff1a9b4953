import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { readFailedSaves } from '../../src/app/failed-saves.ts';
import { freshDraft } from '../../src/app/fresh-draft.ts';
import { onPendingSaveGone } from '../../src/app/pending-save.ts';
import { forgetSave, type PendingSave, writeDownSave } from '../../src/app/write-down-save.ts';
import { finishSaves, reviewFailedSaves } from '../../src/background/finish-saves.ts';
import { library } from '../../src/background/library.ts';
import { ClipError } from '../../src/core/model/failure.ts';
import { DEFAULT_PRESET } from '../../src/core/post/presets/presets.ts';
import type { Library } from '../../src/library/store/database.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { story } from '../fakes/story.ts';

/** The browser as far as it stores and shows something; and whether its disk has room. */
const world = vi.hoisted(() => ({
  local: new Map<string, unknown>(),
  session: new Map<string, unknown>(),
  listeners: [] as ((changes: Record<string, { newValue?: unknown }>) => void)[],
  button: { text: '', title: '' },
  isFull: false,
  delivered: 0,
}));

vi.mock('../../src/platform/browser.ts', () => {
  const areaOf = (values: Map<string, unknown>) => ({
    get: async (key: string | null) => {
      const found = [...values].filter(([each]) => key === null || each === key);
      return structuredClone(Object.fromEntries(found));
    },
    async set(added: Record<string, unknown>) {
      for (const [key, value] of Object.entries(added)) values.set(key, structuredClone(value));
      const changes = Object.fromEntries(Object.entries(added).map(([key, newValue]) => [key, { newValue }]));
      for (const listen of values === world.local ? world.listeners : []) listen(changes);
    },
    async remove(key: string) {
      values.delete(key);
      for (const listen of values === world.local ? world.listeners : []) listen({ [key]: {} });
    },
    onChanged: { addListener: (listen: (typeof world.listeners)[number]) => void world.listeners.push(listen) },
  });
  const action = {
    setBadgeText: async ({ text }: { text: string }) => void Object.assign(world.button, { text }),
    setBadgeBackgroundColor: async () => {},
    setTitle: async ({ title }: { title: string }) => void Object.assign(world.button, { title }),
  };
  const i18n = { getMessage: (key: string) => (key === 'languageTag' ? 'en' : key) };
  return { browser: { storage: { local: areaOf(world.local), session: areaOf(world.session) }, action, i18n } };
});

vi.mock('../../src/background/library.ts', () => {
  let disk: Library | undefined;
  const library: Library = {
    use(work) {
      if (world.isFull) throw new ClipError('library-full', 'no room');
      disk ??= temporaryLibrary();
      return disk.use(work);
    },
    close: async () => {},
  };
  return { library, changes: { announce() {} }, deliver: async () => void world.delivered++ };
});

const save = (saveId: string): PendingSave => ({
  article: story({ url: `https://news.example/${saveId}` }),
  preset: DEFAULT_PRESET,
  as: 'same-story',
  part: 'article',
  saveId,
  now: 7,
});

/** A press on Save in a popup in which the story's title was changed. */
function retitled(title: string, now: number): PendingSave {
  const pending = save('tram');
  return { ...pending, draft: { ...freshDraft(pending.article, now), title }, saveId: title, now };
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  world.local.clear();
  world.session.clear();
  world.button = { text: '', title: '' };
});

test('a save for which there is no room is said on the button and in the next popup, until it is kept', async () => {
  world.isFull = true;
  await writeDownSave(save('ferry'));
  await writeDownSave(save('tram'));
  await finishSaves();
  expect(world.button).toEqual({ text: '!', title: 'savesFailed_other failure_library_full' });
  expect(await readFailedSaves()).toMatchObject([
    { saveId: 'ferry', title: '渡轮星期一恢复行驶', failure: { code: 'library-full' } },
    { saveId: 'tram' },
  ]);
  world.isFull = false;
  await finishSaves();
  expect(world.button).toEqual({ text: '', title: 'actionTitle' });
  expect(await readFailedSaves()).toEqual([]);
  expect([...world.local.keys()]).toEqual([]);
});

test('a save that the open popup tells of, and forgets, is not said any more', async () => {
  onPendingSaveGone(reviewFailedSaves);
  world.isFull = true;
  await writeDownSave(save('ferry'));
  await finishSaves();
  expect(world.button.text).toBe('!');
  await forgetSave('ferry');
  await vi.waitFor(() => expect(world.button).toEqual({ text: '', title: 'actionTitle' }));
  expect(await readFailedSaves()).toEqual([]);
});

test('where every save is kept, the button is left as it is', async () => {
  world.isFull = false;
  world.button = { text: '✓', title: 'Saved' };
  await writeDownSave(save('bus'));
  await finishSaves();
  expect(world.button).toEqual({ text: '✓', title: 'Saved' });
});

test('of two presses that change one story the later one counts, in whatever order they are found, and how often', async () => {
  world.isFull = false;
  await writeDownSave(retitled('later', 9));
  await writeDownSave(retitled('earlier', 8));
  await Promise.all([finishSaves(), finishSaves()]);
  const clips = await library.use((database) => database.getAll('clips'));
  expect(clips.filter(({ url }) => url.endsWith('tram'))).toMatchObject([{ title: 'later', saveId: 'later' }]);
});
