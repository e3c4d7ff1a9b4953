import { expect, test } from 'vitest';
import type { Clip } from '../../../src/library/model/clip.ts';
import { clipRow } from '../../../src/library/model/clip-row.ts';
import type { Delivery } from '../../../src/library/model/delivery.ts';
import { type LibraryData, listClips, orderClips, tally, worstDelivery } from '../../../src/ui/library/library-data.ts';
import { START } from '../../../src/ui/library/view.ts';
import { saveRequest } from '../../fakes/story.ts';

const NOW = Date.parse('2024-03-10T00:00:00Z');

function clip(id: string, changes: Partial<Clip> = {}): Clip {
  const { draft, article, presetId } = saveRequest(id);
  return { ...clipRow({ id, draft, text: article.text, direction: 'ltr', presetId, now: NOW }), ...changes };
}

function delivery(clipId: string, state: Delivery['state'], targetId = 'downloads'): Delivery {
  return { clipId, targetId, state, version: 1, attempts: 0, nextAttemptAt: 0, receipts: [], reservedPaths: [] };
}

function libraryData(clips: readonly Clip[], deliveries: readonly Delivery[] = []): LibraryData {
  const byClip = new Map<string, Delivery[]>();
  for (const row of deliveries) byClip.set(row.clipId, [...(byClip.get(row.clipId) ?? []), row]);
  return { clips: new Map(clips.map((one) => [one.id, one])), deliveries: byClip, folders: [], trash: new Map() };
}

const held = libraryData(
  [
    clip('new', { createdAt: NOW, storyAt: 3, published: '2024-03-01', tags: ['海港日报', '交通'] }),
    clip('old', { createdAt: 0, storyAt: 2, published: '2021-07-16', siteName: '晨报', changedParagraphs: 3 }),
    clip('waits', { createdAt: 0, storyAt: 1, published: '2021-01-01', title: 'A title' }),
  ],
  [delivery('new', 'done'), delivery('old', 'done', 'folder:1'), delivery('waits', 'blocked', 'folder:1')],
);

const ids = (view: Partial<typeof START>, found?: ReadonlySet<string>) =>
  listClips(orderClips(held, view.sort ?? START.sort, false), held, { ...START, ...view }, found, NOW).map(
    ({ id }) => id,
  );

test('each filter and filter lists what belongs there, and they add up', () => {
  expect(ids({})).toEqual(['new', 'old', 'waits']);
  expect(ids({ filter: 'week' })).toEqual(['new']);
  expect(ids({ filter: 'waiting' })).toEqual(['waits']);
  expect(ids({ filter: 'changed' })).toEqual(['old']);
  expect(ids({ site: '晨报' })).toEqual(['old']);
  expect(ids({ tag: '交通' })).toEqual(['new']);
  expect(ids({ year: '2021' })).toEqual(['old', 'waits']);
  expect(ids({ folder: 'folder:1' })).toEqual(['old', 'waits']);
  expect(ids({ folder: 'folder:1', filter: 'waiting', year: '2021' }, new Set(['waits', 'new']))).toEqual(['waits']);
  expect(ids({ sort: 'title' })[0]).toBe('waits');
});

test('counts what stands on the filters, the largest first', () => {
  expect(tally(held, NOW)).toEqual({
    filters: { all: 3, week: 1, waiting: 1, changed: 1, highlights: 0, trash: 0 },
    sites: [
      { name: '海港日报', count: 2 },
      { name: '晨报', count: 1 },
    ],
    tags: [
      { name: '海港日报', count: 1 },
      { name: '交通', count: 1 },
    ].toSorted((a, b) => a.name.localeCompare(b.name)),
    years: [
      { name: '2024', count: 1 },
      { name: '2021', count: 2 },
    ],
    folders: new Map([
      ['downloads', { all: 1, waiting: 0 }],
      ['folder:1', { all: 2, waiting: 1 }],
    ]),
  });
});

test('a clip shows the delivery that needs the most', () => {
  expect(worstDelivery([delivery('a', 'done'), delivery('a', 'failed'), delivery('a', 'queued')])?.state).toBe(
    'failed',
  );
  expect(worstDelivery([])).toBeUndefined();
});
