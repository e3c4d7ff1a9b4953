import { beforeEach, expect, test, vi } from 'vitest';
import { finishQuickClips } from '../../src/background/quick-clip.ts';

/** The browser as far as it keeps what has begun, and one tab. */
const world = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  isTabOpen: true,
  button: { text: '', title: '' },
  injected: 0,
}));

vi.mock('../../src/platform/browser.ts', () => ({
  browser: {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(world.button, { text }),
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }: { title: string }) => void Object.assign(world.button, { title }),
      getUserSettings: async () => ({ isOnToolbar: true }),
    },
    alarms: { create() {}, clear: async () => true },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
    runtime: { onConnect: { addListener() {}, removeListener() {} }, getURL: (path: string) => path },
    scripting: {
      async executeScript() {
        world.injected += 1;
        throw new Error('Cannot access contents of the page.');
      },
    },
    storage: {
      local: { get: async () => ({}) },
      session: {
        get: async () => structuredClone(world.session),
        set: async (added: Record<string, unknown>) => void Object.assign(world.session, structuredClone(added)),
        remove: async (key: string) => void Reflect.deleteProperty(world.session, key),
      },
    },
    tabs: {
      async get(id: number) {
        if (!world.isTabOpen) throw new Error(`No tab with id: ${id}.`);
        return { id, url: TAB.url, title: TAB.title };
      },
    },
  },
}));

/** Nothing is read, so nothing is saved. */
vi.mock('../../src/background/library.ts', () => ({ library: {}, changes: {}, deliver: async () => {} }));

const TAB = { id: 7, url: 'https://news.example/ferry', title: 'Night ferry' };

/** What a background has left that was ended while it clipped. */
function leave(tries: number): void {
  world.session = { 'quick clip 7': { tab: TAB, what: 'story', saveId: 'a', tries }, other: 1 };
}

beforeEach(() => {
  Object.assign(world, { isTabOpen: true, button: { text: '', title: '' }, injected: 0 });
});

test('begins again what an earlier background has left, and forgets it when the user was told', async () => {
  leave(0);
  await finishQuickClips();
  expect(world.injected).toBeGreaterThan(0);
  expect(world.button.text).toBe('!');
  expect(world.session).toEqual({ other: 1 });
});

test('gives up on a page that has ended the background again and again, and says so', async () => {
  leave(2);
  await finishQuickClips();
  expect(world.injected).toBe(0);
  expect(world.button).toEqual({ text: '!', title: 'failure_unexpected' });
  expect(world.session).toEqual({ other: 1 });
});

test('forgets the clip of a tab that was closed', async () => {
  leave(0);
  world.isTabOpen = false;
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await finishQuickClips();
  expect(warn).toHaveBeenCalledOnce();
  expect(world.button.text).toBe('');
  expect(world.session).toEqual({ other: 1 });
});

test('passes over what it did not write', async () => {
  world.session = { 'quick clip 7': { tab: 'none' }, other: 1 };
  await finishQuickClips();
  expect(world.button.text).toBe('');
});
