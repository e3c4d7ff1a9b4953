import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { PENDING_SAVE, type PendingSave } from '../../../src/app/write-down-save.ts';
import { DEFAULT_PRESET } from '../../../src/core/post/presets/presets.ts';
import { saveAndDeliver } from '../../../src/ui/popup/save-and-deliver.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { story } from '../../fakes/story.ts';

/** What is written down, and what the background is asked for in the meantime. */
const world = vi.hoisted(() => ({ stored: {} as Record<string, unknown>, asked: [] as string[] }));

vi.mock('../../../src/platform/browser.ts', () => {
  const local = {
    get: async (key: string | null) => (key === null ? { ...world.stored } : {}),
    remove: async (key: string) => void delete world.stored[key],
  };
  const sendMessage = async ({ name }: { name: string }) => {
    world.asked.push(`${name} with ${Object.keys(world.stored).length} written down`);
    return { ok: true };
  };
  return { browser: { storage: { local, session: local }, runtime: { sendMessage } } };
});

async function save(saveId: string): Promise<string> {
  const pending: PendingSave = {
    ...{ article: story(), preset: DEFAULT_PRESET, as: 'same-story', part: 'article', saveId, now: 7 },
    targetIds: ['downloads'],
  };
  world.stored[PENDING_SAVE + saveId] = pending;
  const places = { records: [], downloadFolder: '', changes: { announce() {}, listen: () => () => {}, close() {} } };
  const answers = { renewing: Promise.resolve() };
  const { id } = await saveAndDeliver({ library: temporaryLibrary(), ...places }, pending, Promise.resolve(), answers);
  return id;
}

test('has the background carry out what was pressed before, first', async () => {
  world.stored = { [`${PENDING_SAVE}earlier`]: {} };
  world.asked = [];
  expect(await save('now')).toBe('now');
  expect(world.asked).toEqual(['finishSaves with 2 written down', 'drain with 1 written down']);
});

test('and asks for no more than the delivery where nothing waits', async () => {
  world.stored = {};
  world.asked = [];
  expect(await save('now')).toBe('now');
  expect(world.asked).toEqual(['drain with 0 written down']);
});
