import { beforeEach, expect, test, vi } from 'vitest';
import { PENDING_SAVE } from '../../../src/app/write-down-save.ts';
import { ClipError } from '../../../src/core/model/failure.ts';
import type { SiteDefaults } from '../../../src/core/model/site-defaults.ts';
import { countStory } from '../../../src/core/text/story-counts.ts';
import type { LibraryAccess } from '../../../src/ui/popup/library-access.ts';
import { openEditor } from '../../../src/ui/popup/open-editor.ts';
import type { Place, SavedClip } from '../../../src/ui/popup/ports.ts';
import { story } from '../../fakes/story.ts';

/** What the browser stores, and what the library is asked for: the only things that are not the popup's own here. */
const world = vi.hoisted(() => ({
  url: 'https://news.example/ferry',
  stored: {} as Record<string, unknown>,
  places: [] as unknown[],
  saves: [] as unknown[],
  /** Why the library does not open. */
  fault: undefined as Error | undefined,
}));

vi.mock('../../../src/platform/browser.ts', () => {
  const area = {
    get: async (key: string) => (key in world.stored ? { [key]: world.stored[key] } : {}),
    set: async (values: Record<string, unknown>) => void Object.assign(world.stored, values),
    remove: async (key: string) => void delete world.stored[key],
  };
  const action = { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {}, setTitle: async () => {} };
  const tabs = { get: async () => ({}) };
  const i18n = { getMessage: (key: string) => (key === 'languageTag' ? 'en' : '') };
  return { browser: { storage: { local: area, session: area }, i18n, action, tabs } };
});

vi.mock('../../../src/ui/popup/read-page.ts', () => {
  const answer = async () => ({ ok: true, pageUrl: world.url, article: story({ url: world.url }) });
  return { readPage: () => ({ shown: answer(), complete: answer }) };
});

vi.mock('../../../src/platform/load-plan.ts', () => ({
  planLoader: () => async () => ({ pathOfPost: async () => 'ferry.md', countStory }),
}));

vi.mock('../../../src/ui/popup/page-access.ts', () => ({ pageAccess: () => ({ see: async () => undefined }) }));

vi.mock('../../../src/ui/popup/library-access.ts', () => ({
  async openLibraryAccess(): Promise<LibraryAccess> {
    if (world.fault) throw world.fault;
    return {
      async place(_presetId, picked): Promise<Place> {
        world.places.push(picked);
        return { root: '', needsGrant: false, all: [], chosen: picked ?? ['downloads'] };
      },
      findKnown: async () => ({ tags: [] }),
      renewGrant: async () => {},
      async save({ targetIds }): Promise<SavedClip> {
        world.saves.push(targetIds);
        return { id: '1', path: 'ferry.md' };
      },
    };
  },
}));

beforeEach(() => {
  world.stored = {};
  world.places = [];
  world.saves = [];
  world.fault = undefined;
});

async function openWith(defaults: readonly SiteDefaults[]) {
  world.stored = { sites: { rules: [], defaults } };
  const tab = { id: 1, url: world.url, title: 'Ferry' };
  const host = { isAtSide: false, slow: undefined, close: () => {} };
  const { store, read } = await openEditor(Promise.resolve(tab), undefined, host);
  await read();
  // What plans the post's path is loaded meanwhile, and must not arrive after the last test.
  await vi.waitFor(() => expect(store.path.value).toBeDefined(), 60_000);
  return store;
}

test('Save goes to the place that the settings name for the site, and shows it before', async () => {
  const store = await openWith([{ places: ['news.example'], target: 'folder:archive' }]);
  await store.save();
  expect(world).toMatchObject({ places: [['folder:archive']], saves: [['folder:archive']] });
});

test('a place that is picked in the popup goes before that of the site', async () => {
  const store = await openWith([{ places: ['news.example'], target: 'folder:archive' }]);
  store.pickPlaces(['git-host:1']);
  await store.save();
  expect(world).toMatchObject({ places: [['folder:archive'], ['git-host:1']], saves: [['git-host:1']] });
});

test('on another site, Save goes where posts of the format go', async () => {
  const store = await openWith([{ places: ['other.example'], target: 'folder:archive' }]);
  await store.save();
  expect(world).toMatchObject({ places: [undefined], saves: [undefined] });
});

test('a library that does not open is said, with nothing left for the background, and tried again at the next press', async () => {
  world.fault = new ClipError('library-blocked', 'another tab');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const tab = { id: 1, url: world.url, title: 'Ferry' };
  const { store, read } = await openEditor(Promise.resolve(tab), undefined, {
    isAtSide: false,
    slow: undefined,
    close: () => {},
  });
  await read();
  await store.save();
  expect(store.state.value).toMatchObject({ saving: { kind: 'failed', failure: { code: 'library-blocked' } } });
  expect(Object.keys(world.stored).filter((key) => key.startsWith(PENDING_SAVE))).toEqual([]);
  world.fault = undefined;
  await store.save();
  expect(store.state.value).toMatchObject({ saving: { kind: 'done' } });
});
