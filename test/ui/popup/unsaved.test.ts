import { beforeEach, expect, test, vi } from 'vitest';
import { PENDING_SAVE } from '../../../src/app/write-down-save.ts';
import { openUnsaved } from '../../../src/ui/popup/unsaved.ts';

const world = vi.hoisted(() => ({ local: {} as Record<string, unknown>, session: {} as Record<string, unknown> }));

vi.mock('../../../src/platform/browser.ts', () => {
  const areaOf = (values: Record<string, unknown>) => ({
    get: async (key: string) => (key in values ? { [key]: values[key] } : {}),
    set: async (added: Record<string, unknown>) => void Object.assign(values, added),
    remove: async (key: string) => void delete values[key],
  });
  return { browser: { storage: { local: areaOf(world.local), session: areaOf(world.session) } } };
});

const STORY = 'https://news.example/ferry';

beforeEach(() => {
  for (const values of [world.local, world.session]) for (const key of Object.keys(values)) delete values[key];
});

test('what was typed is back in the next popup on the page, and on no other page, route of a site included', async () => {
  openUnsaved(`${STORY}#comments`).remember({ title: 'Mine' });
  expect(await openUnsaved(STORY).recall()).toEqual({ title: 'Mine' });
  expect(await openUnsaved('https://news.example/tram').recall()).toBeUndefined();
  openUnsaved('https://news.example/#/story/1').remember({ title: 'One' });
  expect(await openUnsaved('https://news.example/#/story/2').recall()).toBeUndefined();
  expect(await openUnsaved('https://news.example/#/story/1').recall()).toEqual({ title: 'One' });
});

test('what a press on Save holds is back only until that is carried out: by the background, if the popup is closed', async () => {
  const unsaved = openUnsaved(STORY);
  unsaved.remember({ title: 'Mine' });
  world.local[`${PENDING_SAVE}1`] = {};
  unsaved.press('1');
  expect(await openUnsaved(STORY).recall()).toEqual({ title: 'Mine' });
  delete world.local[`${PENDING_SAVE}1`];
  expect(await openUnsaved(STORY).recall()).toBeUndefined();
});

test('what is typed after the press is not saved with it', async () => {
  const unsaved = openUnsaved(STORY);
  unsaved.remember({ title: 'Mine' });
  unsaved.press('1');
  unsaved.remember({ title: 'Mine, once more' });
  expect(await openUnsaved(STORY).recall()).toEqual({ title: 'Mine, once more' });
});
