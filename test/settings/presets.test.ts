import { beforeEach, describe, expect, it, vi } from 'vitest';
import { jekyll } from '../../src/core/post/presets/jekyll.ts';
import { PRESETS } from '../../src/core/post/presets/presets.ts';
import { changeBuiltIn, loadPresets, removeOwnPreset, saveOwnPreset } from '../../src/settings/presets.ts';

/** The extension's storage, in memory: JSON in, JSON out, as browsers do. */
const stored = new Map<string, string>();
vi.mock('../../src/platform/storage.ts', () => ({
  readStored: async (key: string): Promise<unknown> => JSON.parse(stored.get(key) ?? 'null'),
  writeStored: async (key: string, value: unknown): Promise<void> => void stored.set(key, JSON.stringify(value)),
  watchStored: () => () => {},
}));
beforeEach(() => stored.clear());

const mine = { ...jekyll, id: 'jekyll-2', label: 'Mine' };
const ids = async (): Promise<string[]> => (await loadPresets()).presets.map(({ id }) => id);

it('are the built-in ones at first', async () => {
  expect(await loadPresets()).toEqual({ presets: PRESETS, faulty: [] });
});

describe('a preset of the user’s own', () => {
  it('comes after the built-in ones, once, as it was saved last', async () => {
    await saveOwnPreset(mine);
    await saveOwnPreset({ ...mine, label: 'Mine, better' });
    expect((await loadPresets()).presets.slice(PRESETS.length).map(({ label }) => label)).toEqual(['Mine, better']);
  });

  it('can be taken away again', async () => {
    await saveOwnPreset(mine);
    await removeOwnPreset(mine.id);
    expect(await ids()).not.toContain(mine.id);
  });
});

describe('a built-in preset', () => {
  it('can be given another file name and a time zone, and its own back', async () => {
    await changeBuiltIn('jekyll', { path: '_posts/{{title | slug}}.md', timeZone: 'Asia/Shanghai' });
    expect((await loadPresets()).presets[0]).toMatchObject({
      path: '_posts/{{title | slug}}.md',
      timeZone: 'Asia/Shanghai',
    });
    await changeBuiltIn('jekyll', { path: '', timeZone: '' });
    expect((await loadPresets()).presets[0]).toEqual(jekyll);
  });
});

describe('what is stored and damaged', () => {
  it.each([
    ['text', '"presets"'],
    ['lists in the wrong place', '{"own":{},"changes":[]}'],
    ['values of other types', '{"own":[1,null,{"id":"x"}],"changes":{"jekyll":{"path":7},"hugo":"y"}}'],
  ])('is left out: %s', async (_, value) => {
    stored.set('presets', value);
    expect((await loadPresets()).presets).toEqual(PRESETS);
  });
});

describe('a stored preset with a fault', () => {
  it.each([
    ['a path that leads out', { path: '../../{{title}}.md' }],
    ['a hidden folder', { path: '.github/{{title}}.md' }],
    ['a broken template', { path: '{{titel}}.md' }],
    ['an unknown time zone', { timeZone: 'Mars/Base' }],
  ])('is used without the changes, and named: %s', async (_, change) => {
    stored.set('presets', JSON.stringify({ own: [], changes: { jekyll: change } }));
    expect(await loadPresets()).toEqual({ presets: PRESETS, faulty: [jekyll.label] });
  });

  it('is left out where it is one of the user’s own, and named', async () => {
    stored.set('presets', JSON.stringify({ own: [{ ...mine, path: '/{{title}}.md' }, 7], changes: {} }));
    expect(await loadPresets()).toEqual({ presets: PRESETS, faulty: ['Mine', '?'] });
  });

  it('changes nothing where its id is that of an object’s prototype', async () => {
    stored.set('presets', '{"own":[],"changes":{"__proto__":{"path":"../x.md"},"constructor":{"path":"../x.md"}}}');
    expect(await loadPresets()).toEqual({ presets: PRESETS, faulty: [] });
  });
});
