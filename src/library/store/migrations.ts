import type { LibraryDatabase, UpgradeTransaction } from './schema.ts';

/** Brings a database from the version before to this one. Runs inside the upgrade's transaction: only its own awaits. */
export type Migration = (database: LibraryDatabase, transaction: UpgradeTransaction) => void | Promise<void>;

/**
 * The schema's history: entry n makes version n + 1. Entries are never changed once released, only added; the test
 * keeps a stored database of each version.
 */
export const MIGRATIONS: readonly Migration[] = [createStores, orderByStory, keepEveryHash, addPictures];

function createStores(database: LibraryDatabase): void {
  const clips = database.createObjectStore('clips', { keyPath: 'id' });
  clips.createIndex('urlKey', 'urlKey');
  clips.createIndex('updatedAt', 'updatedAt');
  database.createObjectStore('contents', { keyPath: 'clipId' });
  database.createObjectStore('texts', { keyPath: 'clipId' });
  database.createObjectStore('posts', { keyPath: 'clipId' });
  const deliveries = database.createObjectStore('deliveries', { keyPath: ['clipId', 'targetId'] });
  deliveries.createIndex('queuedAt', 'queuedAt');
  deliveries.createIndex('target', 'targetId');
  deliveries.createIndex('places', 'places', { multiEntry: true });
  database.createObjectStore('folders', { keyPath: 'id' });
  const folderFiles = database.createObjectStore('folderFiles', { keyPath: ['folderId', 'path'] });
  folderFiles.createIndex('urlKey', 'urlKey');
  folderFiles.createIndex('place', 'place');
}

/** The library page shows the newest stories before it has read all clips. */
function orderByStory(_database: LibraryDatabase, transaction: UpgradeTransaction): void {
  transaction.objectStore('clips').createIndex('story', ['storyAt', 'createdAt']);
}

/** A row that was being sent, which is one not done, had the hash of one content: it has room for those of every attempt. */
async function keepEveryHash(_database: LibraryDatabase, transaction: UpgradeTransaction): Promise<void> {
  for await (const cursor of transaction.objectStore('deliveries').index('queuedAt')) {
    const { intent, ...row } = cursor.value;
    if (!intent || !('hash' in intent)) continue;
    await cursor.update({ ...row, intent: { path: intent.path, since: intent.since, hashes: [String(intent.hash)] } });
  }
}

/** Pictures that were fetched to lie beside their posts. */
function addPictures(database: LibraryDatabase): void {
  database.createObjectStore('pictures', { keyPath: ['clipId', 'url'] });
}
