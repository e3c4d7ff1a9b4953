import { expect, test, vi } from 'vitest';
import { saveTargets } from '../../src/app/save-targets.ts';
import { DOWNLOADS_RECORD, type TargetRecord } from '../../src/library/model/target-record.ts';
import { temporaryLibrary } from '../fakes/library.ts';

// The polyfill refuses to be loaded outside an extension.
const stored = vi.hoisted(() => vi.fn());
vi.mock('../../src/platform/browser.ts', () => ({ browser: { storage: { local: { get: stored } } } }));

const PLACE: TargetRecord = {
  ...DOWNLOADS_RECORD,
  id: 'git-host:1',
  kind: 'git-host',
  name: 'archive',
  connectedAt: 1,
};

async function libraryWith(...records: TargetRecord[]) {
  const library = temporaryLibrary();
  await library.use(async (database) => {
    for (const record of records) await database.put('targets', record);
  });
  return library;
}

test('a post goes to the places that are wanted, before those of its preset', async () => {
  stored.mockImplementation(async (key: string) => ({ [key]: { jekyll: ['folder:2'] } }));
  const library = await libraryWith(PLACE, { ...PLACE, id: 'folder:2' });
  expect((await saveTargets(library, 'jekyll', ['git-host:1'])).map(({ id }) => id)).toEqual(['git-host:1']);
  expect((await saveTargets(library, 'jekyll')).map(({ id }) => id)).toEqual(['folder:2']);
});

test('a place that was removed is none, and a post without any goes to the downloads', async () => {
  const library = await libraryWith(PLACE);
  expect(await saveTargets(library, 'jekyll', ['git-host:1', 'folder:gone'])).toMatchObject([{ id: 'git-host:1' }]);
  expect(await saveTargets(library, 'jekyll', ['folder:gone'])).toEqual([DOWNLOADS_RECORD]);
});
