import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFeeds } from '../../src/library/queries/feeds.ts';
import { findStory } from '../../src/library/queries/find-story.ts';
import { itemsOfJob, listJobs } from '../../src/library/queries/jobs.ts';
import { listPendingHighlights } from '../../src/library/queries/pending-highlights.ts';
import { readWholeClip } from '../../src/library/queries/read-whole-clip.ts';
import { openLibrary } from '../../src/library/store/database.ts';
import { MIGRATIONS } from '../../src/library/store/migrations.ts';
import { temporaryLibrary } from '../fakes/library.ts';

/** A database as a released version left it: its stores, their indexes and some rows. */
interface StoredDatabase {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[];
        readonly indexes: Readonly<
          Record<string, { readonly keyPath: string | string[]; readonly multiEntry: boolean }>
        >;
        readonly rows: readonly unknown[];
      }
    >
  >;
}

const folder = new URL('stored/', import.meta.url);
const stored = readdirSync(folder).map(
  (name): StoredDatabase => JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

/** Lays a database as that version made it, with none of today's code. */
function lay(name: string, { version, stores }: StoredDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [storeName, { keyPath, indexes, rows }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(storeName, { keyPath });
        for (const [indexName, index] of Object.entries(indexes)) {
          store.createIndex(indexName, index.keyPath, { multiEntry: index.multiEntry });
        }
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

test('every version that was ever released is stored here', () => {
  expect(stored.map(({ version }) => version).toSorted()).toEqual(MIGRATIONS.map((_, n) => n + 1));
});

test.each(stored)('a library of version $version opens with everything in it', async (database) => {
  const name = `stored-${database.version}`;
  await lay(name, database);
  const library = temporaryLibrary(name);
  const { clips } = await findStory(library, 'https://www.news.example/ferry?utm_source=app');
  expect(clips).toMatchObject([{ id: 'ferry', title: '渡轮星期一恢复行驶', notes: '查一下票价', version: 2 }]);
  expect(await readWholeClip(library, 'ferry')).toMatchObject({
    content: { edits: { title: '渡轮星期一恢复行驶' } },
    text: { text: '港务局昨天说，渡轮将恢复行驶。' },
    post: { path: '_posts/2024-03-01-ferry.md', version: 2 },
    deliveries: [
      {
        state: 'queued',
        receipts: [{ path: 'Jianbao/_posts/2024-03-01-ferry.md' }],
        intent: { since: 1_709_600_000_000, hashes: ['sha-256:00'] },
      },
    ],
  });
});

test('a batch that was stored goes on where it was', async () => {
  const newest = stored.find(({ version }) => version === 7);
  if (!newest) throw new Error('no stored version 7');
  await lay('stored-batch', newest);
  const library = temporaryLibrary('stored-batch');
  expect(await listJobs(library)).toMatchObject([{ job: { tags: ['harbour'] }, counts: { waiting: 1, known: 1 } }]);
  expect(await itemsOfJob(library, 'batch')).toMatchObject([{ clipId: 'ferry' }, { state: 'waiting' }]);
});

test('a feed that was stored is followed where it was', async () => {
  const newest = stored.find(({ version }) => version === 9);
  if (!newest) throw new Error('no stored version 9');
  await lay('stored-feed', newest);
  expect(await listFeeds(temporaryLibrary('stored-feed'))).toMatchObject([
    { name: '海港日报', stories: [{ state: 'known' }, { id: 'guid-2', state: 'new' }] },
  ]);
});

test('a new library has the stores and indexes that its newest stored version has', async () => {
  const newest = stored.find(({ version }) => version === MIGRATIONS.length);
  const names = await temporaryLibrary().use(async (database) =>
    [...database.objectStoreNames].map((name) => {
      const { keyPath, indexNames } = database.transaction(name).store;
      return [name, keyPath, [...indexNames].toSorted()];
    }),
  );
  expect(names).toEqual(
    Object.entries(newest?.stores ?? {})
      .map(([name, { keyPath, indexes }]) => [name, keyPath, Object.keys(indexes).toSorted()])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
});

test('a library of a version to come can be read, to be backed up, and is not changed', async () => {
  const [first] = stored;
  if (!first) throw new Error('no stored version');
  await lay('to-come', { ...first, version: 99 });
  const library = openLibrary({ name: 'to-come', version: 'as-it-lies' });
  expect((await readWholeClip(library, 'ferry'))?.clip.version).toBe(2);
  expect(await library.use(async (database) => database.version)).toBe(99);
  await library.close();
});

test('marked passages that were stored are still there', async () => {
  const version = stored.find((database) => database.version === 8);
  if (!version) throw new Error('no stored version 8');
  await lay('stored-highlights', version);
  const library = temporaryLibrary('stored-highlights');
  expect((await readWholeClip(library, 'ferry'))?.content?.edits.highlights).toMatchObject([{ id: 'h1', note: '查' }]);
  expect(await listPendingHighlights(library)).toMatchObject([{ title: '码头关闭', highlights: [{ id: 'h2' }] }]);
});
