import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { DOWNLOADS_RECORD, type TargetAccess, type TargetRecord } from '../model/target-record.ts';

/** A database of any version: today's schema does not know the stores of earlier ones, and the rows are as they were. */
type AnyDatabase = IDBPDatabase<unknown>;
type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Brings a database from the version before to this one. Runs inside the upgrade's transaction: only its own awaits. */
export type Migration = (database: AnyDatabase, transaction: UpgradeTransaction) => void | Promise<void>;

/**
 * The schema's history: entry n makes version n + 1. Entries are never changed once released, only added; the test
 * keeps a stored database of each version.
 */
export const MIGRATIONS: readonly Migration[] = [
  createStores,
  orderByStory,
  keepEveryHash,
  addPictures,
  registerTargets,
  addTrashAndVersions,
  addJobs,
  addPendingHighlights,
  addFeeds,
];

function createStores(database: AnyDatabase): void {
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
function orderByStory(_database: AnyDatabase, transaction: UpgradeTransaction): void {
  transaction.objectStore('clips').createIndex('story', ['storyAt', 'createdAt']);
}

/** A row that was being sent, which is one not done, had the hash of one content: it has room for those of every attempt. */
async function keepEveryHash(_database: AnyDatabase, transaction: UpgradeTransaction): Promise<void> {
  for await (const cursor of transaction.objectStore('deliveries').index('queuedAt')) {
    const { intent, ...row } = cursor.value;
    if (!intent || !('hash' in intent)) continue;
    await cursor.update({ ...row, intent: { path: intent.path, since: intent.since, hashes: [String(intent.hash)] } });
  }
}

/** Pictures that were fetched to be stored beside their posts. */
function addPictures(database: AnyDatabase): void {
  database.createObjectStore('pictures', { keyPath: ['clipId', 'url'] });
}

/** A folder as versions 1 to 4 kept it. */
type StoredFolder = Pick<TargetRecord, 'id' | 'name' | 'connectedAt' | 'indexedAt'> &
  ({ readonly handle: FileSystemDirectoryHandle } | { readonly path: string });

/** Folders become targets of a kind, beside the downloads; the paths that deliveries hold get their name. */
async function registerTargets(database: AnyDatabase, transaction: UpgradeTransaction): Promise<void> {
  const targets = database.createObjectStore('targets', { keyPath: 'id' });
  targets.put(DOWNLOADS_RECORD);
  const folders: StoredFolder[] = await transaction.objectStore('folders').getAll();
  for (const folder of folders) targets.put(targetOfFolder(folder));
  database.deleteObjectStore('folders');
  const deliveries = transaction.objectStore('deliveries');
  deliveries.deleteIndex('places');
  deliveries.createIndex('reservedPaths', 'reservedPaths', { multiEntry: true });
  for await (const cursor of deliveries) {
    const { places, choice, ...row } = cursor.value;
    const renamed = choice === undefined ? {} : { choice: choice === 'beside' ? 'keep-both' : choice };
    cursor.update({ ...row, reservedPaths: places ?? [], ...renamed });
  }
}

function targetOfFolder({ id, name, connectedAt, indexedAt, ...place }: StoredFolder): TargetRecord {
  const access: TargetAccess = 'handle' in place ? { by: 'handle', handle: place.handle } : { by: 'companion' };
  return {
    id,
    kind: 'handle' in place ? 'folder' : 'companion',
    name,
    access,
    config: 'handle' in place ? {} : { path: place.path },
    connectedAt,
    ...(indexedAt === undefined ? {} : { indexedAt }),
  };
}

/** Deleted clips, earlier versions, unsaved edits, and a restore that is under way. */
function addTrashAndVersions(database: AnyDatabase): void {
  database.createObjectStore('trash', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt');
  database.createObjectStore('dismissals', { keyPath: 'urlKey' });
  database.createObjectStore('versions', { keyPath: ['clipId', 'version'] }).createIndex('replacedAt', 'replacedAt');
  database.createObjectStore('drafts', { keyPath: 'clipId' });
  database.createObjectStore('incoming', { keyPath: ['restoreId', 'n'] });
}

/** Batches of pages. The index `queue` counts the items of a job by state and lists those of a state in order. */
function addJobs(database: AnyDatabase): void {
  database.createObjectStore('jobs', { keyPath: 'id' });
  const items = database.createObjectStore('jobItems', { keyPath: 'id' });
  items.createIndex('order', ['jobId', 'position']);
  items.createIndex('queue', ['jobId', 'state', 'position']);
}

/** What was marked in stories that are not clipped yet. */
function addPendingHighlights(database: AnyDatabase): void {
  database.createObjectStore('pendingHighlights', { keyPath: ['urlKey', 'title'] });
}

/** Feeds that are followed, with the stories that they have named. */
function addFeeds(database: AnyDatabase): void {
  database.createObjectStore('feeds', { keyPath: 'url' });
}
