import { beforeEach, expect, test, vi } from 'vitest';
import { PRESETS } from '../../src/core/post/presets/presets.ts';

const stored = new Map<string, unknown>();
vi.mock('../../src/platform/storage.ts', () => ({
  readStored: async (key: string) => stored.get(key),
  writeStored: async (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
}));

const { restoreSettings, backUpSettings } = await import('../../src/settings/restore-settings.ts');
const { loadSettings, changeSettings } = await import('../../src/settings/store.ts');
const { loadSiteSettings, saveSiteSettings } = await import('../../src/settings/site-settings.ts');
const { loadPresets, removeOwnPreset, saveOwnPreset } = await import('../../src/settings/presets.ts');

const isTarget = async (id: string) => id === 'downloads';
const [first] = PRESETS;
if (!first) throw new Error('no preset');
const own = { ...first, id: 'mine', label: 'Mine' };

beforeEach(() => stored.clear());

test('presets of one’s own and the settings come back', async () => {
  await saveOwnPreset(own);
  await changeSettings({ preset: 'mine', folder: 'News' });
  const backup = JSON.parse(JSON.stringify(await backUpSettings()));
  stored.clear();
  expect(await restoreSettings(backup, isTarget)).toEqual({ taken: ['Mine', 'preset', 'folder'], left: [] });
  expect(await loadSettings()).toMatchObject({ preset: 'mine', folder: 'News' });
  expect(await restoreSettings(backup, isTarget)).toEqual({ taken: [], left: [] });
});

test('of a newer version what is known is taken, and the rest is named', async () => {
  const settings = { folder: 'News', theme: 'sepia', language: 'tlh' };
  expect(await restoreSettings({ settings }, isTarget)).toEqual({
    taken: ['folder'],
    left: [
      { name: 'theme', reason: 'unknown' },
      { name: 'language', reason: 'wrong' },
    ],
  });
});

test('a folder of the browser that was lost is not pointed at, nor a place outside the downloads', async () => {
  const settings = { target: 'folder:lost', folder: '../outside', preset: 'gone' };
  expect((await restoreSettings({ settings }, isTarget)).left).toEqual([
    { name: 'target', reason: 'other-browser' },
    { name: 'folder', reason: 'wrong' },
    { name: 'preset', reason: 'wrong' },
  ]);
  expect(await loadSettings()).toMatchObject({ target: 'downloads', preset: 'jekyll' });
});

test('a preset that is here stays as it is; a damaged one is named', async () => {
  await saveOwnPreset(own);
  const presets = {
    own: [{ ...own, label: 'Other' }, { id: 'x', label: 'Broken' }, 7],
    changes: { [first.id]: { path: '../../{{title}}.md' } },
  };
  expect((await restoreSettings({ presets }, isTarget)).left).toEqual([
    { name: 'Other', reason: 'own-differs' },
    { name: 'Broken', reason: 'wrong' },
    { name: 'preset', reason: 'wrong' },
    { name: first.id, reason: 'wrong' },
  ]);
  expect((await loadPresets()).presets.find(({ id }) => id === 'mine')?.label).toBe('Mine');
});

test('a preset that this version cannot use is not lost when another is kept or removed', async () => {
  stored.set('presets', { own: [{ id: 'newer', form: 'of a version to come' }], changes: {} });
  await saveOwnPreset(own);
  await removeOwnPreset('mine');
  expect(stored.get('presets')).toMatchObject({ own: [{ id: 'newer' }] });
});

test('rules and defaults for sites come back; what is set here for the same site stays', async () => {
  await saveOwnPreset(own);
  await saveSiteSettings({
    rules: [
      { places: ['a.example'], drop: ['.ad'] },
      { places: ['b.example'], take: ['main'] },
    ],
    defaults: [
      { places: ['a.example'], preset: 'mine', tags: ['x'], target: 'folder:lost' },
      { places: ['b.example'] },
    ],
  });
  const backup = JSON.parse(JSON.stringify(await backUpSettings()));
  stored.clear();
  const here = { places: ['b.example'], take: ['article'] };
  await saveSiteSettings({ rules: [here], defaults: [] });
  expect(await restoreSettings({ presets: backup.presets, sites: backup.sites }, isTarget)).toEqual({
    taken: ['Mine', 'a.example', 'b.example'],
    left: [
      { name: 'a.example', reason: 'other-browser' },
      { name: 'b.example', reason: 'own-differs' },
    ],
  });
  expect(await loadSiteSettings()).toEqual({
    rules: [here, { places: ['a.example'], drop: ['.ad'] }],
    defaults: [{ places: ['a.example'], preset: 'mine', tags: ['x'] }, { places: ['b.example'] }],
  });
  const again = await restoreSettings({ sites: backup.sites }, isTarget);
  expect(again.taken).toEqual([]);
});

test('hostile rules and defaults for sites are named and left out', async () => {
  const sites = {
    rules: [{ places: ['javascript:x'] }, { places: ['a.example'], zone: 'Nowhere/Nowhere' }, 7],
    defaults: [{ places: ['a.example'], preset: 'gone' }, { places: [] }],
  };
  const { taken, left } = await restoreSettings({ sites }, isTarget);
  expect(taken).toEqual(['a.example']);
  expect(left.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
    'javascript:x wrong',
    'a.example wrong',
    'sites wrong',
    'sites wrong',
    'a.example wrong',
  ]);
  expect(await loadSiteSettings()).toEqual({ rules: [], defaults: [{ places: ['a.example'] }] });
});
