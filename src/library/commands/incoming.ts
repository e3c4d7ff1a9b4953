import type { IDBPTransaction } from 'idb';
import type { Clip } from '../model/clip.ts';
import type { Incoming } from '../model/incoming.ts';
import type { Library } from '../store/database.ts';
import type { LibrarySchema } from '../store/schema.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';
import { keepVersion } from './keep-version.ts';
import { restoreClip } from './restore-clips.ts';

/** What a restore that was killed has left is dropped after so long, in milliseconds. */
const STALE_MS = 24 * 3600_000;

/** Keeps what a restore has read, apart from the library. */
export function keepIncoming(library: Library, rows: readonly Incoming[]): Promise<void> {
  return library.use((database) =>
    transact(database, ['incoming'], async (transaction) => {
      await Promise.all(rows.map((row) => transaction.objectStore('incoming').put(row)));
    }),
  );
}

export function dropIncoming(library: Library, restoreId: string): Promise<void> {
  return library.use((database) => database.delete('incoming', IDBKeyRange.bound([restoreId], [restoreId, []])));
}

/** Drops what restores have left that never came to an end. */
export function dropStaleIncoming(library: Library, now: number): Promise<void> {
  return library.use((database) => database.delete('incoming', IDBKeyRange.upperBound([String(now - STALE_MS)])));
}

/** Begins with the time, so that ids sort by their age. */
export function newRestoreId(now: number, random: string): string {
  return `${now}-${random}`;
}

export interface TakenIncoming {
  readonly restored: number;
  /** Clips that the library has already, in this version or a later one. */
  readonly kept: number;
}

/**
 * Takes all that a restore has read into the library in one transaction: all of it comes, or nothing. Of two versions
 * of a clip the one with the higher number is newer, whatever the clocks said; what it replaces is kept as an earlier
 * version.
 *
 * @throws an `AbortError` where `signal` said so; then the library is as it was.
 */
export function takeIncoming(library: Library, restoreId: string, signal: AbortSignal): Promise<TakenIncoming> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES, 'pictures', 'incoming'], async (transaction) => {
      const taken = { restored: 0, kept: 0 };
      /** Clips that came under the id of one that was there. */
      const ids = new Map<string, string>();
      const rows = transaction.objectStore('incoming').iterate(IDBKeyRange.bound([restoreId], [restoreId, []]));
      for await (const { value } of rows) {
        signal.throwIfAborted();
        if ('picture' in value) {
          await takePicture(transaction, value.picture, ids);
          continue;
        }
        // Its stores are among this transaction's; the type cannot say that a wider transaction is as good.
        const id = await takeClip(transaction as VersionTransaction, value);
        if (id === undefined) taken.kept++;
        else taken.restored++;
        ids.set(value.clip.id, id ?? value.clip.id);
      }
      return taken;
    }),
  );
}

type IncomingClip = Extract<Incoming, { readonly clip: Clip }>;

/** @returns the id that the clip has now; nothing where the library has it already. */
async function takeClip(transaction: VersionTransaction, row: IncomingClip): Promise<string | undefined> {
  const { clip, content, text, post } = row;
  const known = await transaction.objectStore('clips').get(clip.id);
  if (known && known.version >= clip.version) return undefined;
  const trashed = await transaction.objectStore('trash').get(clip.id);
  if (trashed && trashed.clip.version >= clip.version) {
    await restoreClip(transaction, clip.id);
    return clip.id;
  }
  const found = known ? undefined : await foundInFolder(transaction, clip);
  const { id, version } = found ? { id: found.id, version: Math.max(clip.version, found.version + 1) } : clip;
  await keepVersion(transaction, {
    clip: { ...clip, id, version },
    content: { ...content, clipId: id },
    text: text.text,
    post,
    targetIds: [],
  });
  return id;
}

/** A clip of the same story, made from a post in a folder: the backup knows more of it, the folder knows its path. */
async function foundInFolder(transaction: VersionTransaction, { urlKey }: Clip): Promise<Clip | undefined> {
  for (const clip of await transaction.objectStore('clips').index('urlKey').getAll(urlKey)) {
    const content = await transaction.objectStore('contents').get(clip.id);
    if (content?.source.html === '') return clip;
  }
  return undefined;
}

type PictureTransaction = IDBPTransaction<
  LibrarySchema,
  ((typeof VERSION_STORES)[number] | 'pictures' | 'incoming')[],
  'readwrite'
>;

/** A picture that is there already stays as it is. */
async function takePicture(
  transaction: PictureTransaction,
  picture: Extract<Incoming, { readonly picture: unknown }>['picture'],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const clipId = ids.get(picture.clipId);
  if (clipId === undefined) return;
  const pictures = transaction.objectStore('pictures');
  if ((await pictures.getKey([clipId, picture.url])) === undefined) await pictures.put({ ...picture, clipId });
}
