import { describe, expect, it } from 'vitest';
import type { ConnectedTargets, FolderState } from '../../../src/app/connected-targets.ts';
import type { ServerPlaces } from '../../../src/app/server-places.ts';
import { ClipError } from '../../../src/core/model/failure.ts';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import type { Grant } from '../../../src/delivery/targets/folder/folder-grant.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/schema.ts';
import type { OptionsPorts } from '../../../src/ui/options/ports.ts';
import { createOptionsStore, type OptionsStore } from '../../../src/ui/options/store.ts';

const handle = {} as FileSystemDirectoryHandle; // the ports below never look into it
const REPORT = {
  posts: 3,
  read: 3,
  removed: 0,
  unreadable: [],
  leftovers: [],
  adopted: 3,
  known: 0,
  deleted: 0,
  passedBy: 0,
};

const unused = () => Promise.reject(new Error('not of this test'));
const unusedServers: ServerPlaces = {
  recognise: () => undefined,
  withFields: (target) => target,
  allow: unused,
  connect: unused,
  test: unused,
  changeSecret: unused,
  changeFields: unused,
  forgetSecret: unused,
  stateOf: async () => undefined,
};

interface World {
  readonly store: OptionsStore;
  readonly log: string[];
}

function open(folderPorts: Partial<ConnectedTargets> = {}, grant: Grant = 'granted'): World {
  let settings: Settings = DEFAULT_SETTINGS;
  let folders: FolderState[] = [];
  const log: string[] = [];
  const ports: OptionsPorts = {
    now: () => 0,
    changeSettings: async (changes) => {
      settings = { ...settings, ...changes };
      return settings;
    },
    loadPresets: async () => ({ presets: PRESETS, faulty: [] }),
    saveOwnPreset: async () => {},
    loadPresetTargets: async () => ({}),
    changePresetTargets: async () => ({}),
    removeOwnPreset: async () => {},
    changeBuiltIn: async () => {},
    writePost: async (draft, preset) => toPost(draft, preset),
    saveSites: async () => {},
    shortcuts: async () => [],
    giveFile: () => {},
    copy: async () => true,
    loadAnew: (hash) => void log.push(hash),
    folders: {
      canPick: true,
      list: async () => folders,
      pick: async () => handle,
      dropped: async () => handle,
      connect: async () => {
        log.push('connect');
        folders = [{ id: 'folder:a', name: 'archive', grant, posts: 0, waiting: 0 }];
        return 'folder:a';
      },
      allowCompanion: async () => 'now',
      connectCompanion: async () => {
        log.push('start');
        folders = [{ id: 'folder:b', name: 'posts', path: '/home/ana/posts', grant, posts: 0, waiting: 0 }];
        return 'folder:b';
      },
      companionCommand: 'jianbao host install',
      replace: async () => true,
      disconnect: async () => {
        folders = [];
      },
      renewGrant: async () => {
        log.push('ask');
        return grant;
      },
      import: async () => {
        log.push('read');
        return REPORT;
      },
      drain: async () => void log.push('drain'),
      rename: async () => {},
      pause: async () => {},
      servers: unusedServers,
      ...folderPorts,
    },
  };
  return {
    store: createOptionsStore(
      {
        settings,
        sites: { rules: [], defaults: [] },
        ...{ presets: PRESETS, faulty: [], folders, shortcuts: [], removed: [], trials: {}, presetTargets: {} },
      },
      ports,
    ),
    log,
  };
}

describe('a folder that was chosen', () => {
  it('is where posts go; what lies in it is read, what waits is written', async () => {
    const { store, log } = open();
    await store.pickFolder();
    expect(log).toEqual(['connect', 'ask', 'read', 'drain']);
    expect(store.state.value).toMatchObject({ settings: { target: 'folder:a' }, indexing: { report: REPORT } });
  });

  it('is shown while the browser’s question still stands', async () => {
    const { store } = open({ renewGrant: () => new Promise(() => {}) });
    void store.pickFolder();
    await expect.poll(() => store.state.value.folders.map(({ name }) => name)).toEqual(['archive']);
  });

  it('is not read where the user said no', async () => {
    const { store, log } = open({}, 'denied');
    await store.pickFolder();
    expect(log).toEqual(['connect', 'ask']);
  });

  it('can be disconnected; posts then go to the downloads again', async () => {
    const { store } = open();
    await store.pickFolder();
    await store.disconnectFolder('folder:a');
    expect(store.state.value).toMatchObject({ folders: [], settings: { target: 'downloads' } });
  });
});

describe('the companion', () => {
  it('brings its folder, which is where posts go then', async () => {
    const { store, log } = open();
    await store.connectCompanion();
    expect(log).toEqual(['start', 'read', 'drain']);
    expect(store.state.value).toMatchObject({ settings: { target: 'folder:b' }, folders: [{ name: 'posts' }] });
  });

  it('that does not answer leaves everything as it was, and says so', async () => {
    const missing = () => Promise.reject(new ClipError('companion-missing', 'No such native application'));
    const { store } = open({ connectCompanion: missing });
    await store.connectCompanion();
    expect(store.state.value).toMatchObject({
      settings: { target: 'downloads' },
      failure: { code: 'companion-missing' },
    });
  });

  it('that this page is too old to start is connected by the next', async () => {
    const { store, log } = open({ allowCompanion: async () => 'later' });
    await store.connectCompanion();
    expect(log).toEqual(['#connect-companion']);
    await store.resume('#connect-companion');
    expect(store.state.value.settings.target).toBe('folder:b');
  });

  it('that the user does not want is not mentioned again', async () => {
    const { store, log } = open({ allowCompanion: async () => 'no' });
    await store.connectCompanion();
    expect([log, store.state.value.failure]).toEqual([[], undefined]);
  });
});

it('keeps other settings of a place where it can be written to with them, and reads what is there', async () => {
  const changed: unknown[] = [];
  const changeFields = async (_id: string, changes: { branch?: string }): Promise<void> => {
    if (changes.branch === 'gone') throw new ClipError('repository-gone', '404');
    changed.push(changes);
  };
  const { store, log } = open({ servers: { ...unusedServers, changeFields } });
  await store.places.changeFields('git-host:a', { branch: 'gone' });
  expect(store.state.value.trials['git-host:a']).toMatchObject({
    kind: 'failed',
    failure: { code: 'repository-gone' },
  });
  expect([log, changed]).toEqual([[], []]);
  await store.places.changeFields('git-host:a', { folder: 'notes' });
  expect(store.state.value.trials['git-host:a']).toEqual({ kind: 'done' });
  expect([log, changed]).toEqual([['drain', 'read'], [{ folder: 'notes' }]]);
});

it('stops reading a folder when the user says so, with nothing said to have failed', async () => {
  const { store } = open({
    import: (_id, _presetId, _onProgress, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  const reading = store.readFolder('folder:a');
  store.state.value.indexing?.cancel();
  await reading;
  expect(store.state.value.indexing).toBeUndefined();
  expect(store.state.value.failure).toBeUndefined();
});

it('says what failed, until the next action', async () => {
  const { store } = open({ connect: () => Promise.reject(new ClipError('library-blocked', 'tab')) });
  await store.pickFolder();
  expect(store.state.value.failure).toEqual({ code: 'library-blocked', detail: 'tab' });
  await store.change({ folder: 'News' });
  expect(store.state.value.failure).toBeUndefined();
});
