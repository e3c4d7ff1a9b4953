import type { Failure } from '../../core/model/failure.ts';
import type { ClipPost } from '../model/clip.ts';
import { type ConflictChoice, type Delivery, pathKey, type Receipt } from '../model/delivery.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** A claimed row with the files to deliver. */
export interface Claim {
  readonly delivery: Delivery;
  readonly post: ClipPost;
}

/**
 * Claims a row: marks it `sending` and counts the attempt. The row is read again inside the transaction, so a
 * row that was saved over, done or deleted meanwhile is seen as it is now.
 *
 * @returns nothing where there is nothing to send any more.
 */
export function claimDelivery(library: Library, row: Delivery, now: number): Promise<Claim | undefined> {
  return library.use((database) =>
    transact(database, ['deliveries', 'posts'], async (transaction) => {
      const deliveries = transaction.objectStore('deliveries');
      const current = await deliveries.get([row.clipId, row.targetId]);
      const post = await transaction.objectStore('posts').get(row.clipId);
      if (!current || !post || current.state === 'done') return undefined;
      const attempts = current.attempts + 1;
      const delivery: Delivery = { ...withoutFailure(current), state: 'sending', attempts, nextAttemptAt: now };
      await deliveries.put(delivery);
      return { delivery, post };
    }),
  );
}

/**
 * Holds `path` for a clip, and writes down that it is about to be written, before it is. A file that the
 * folder is known to hold under the very same name is for the target to look at; one under another spelling of it
 * would be the same file on another system.
 *
 * @returns false where another clip holds the path; nothing is held then.
 */
export function reservePath(
  library: Library,
  { clipId, targetId }: Delivery,
  intent: Required<Delivery>['intent'],
): Promise<boolean> {
  return library.use((database) =>
    transact(database, ['deliveries', 'folderFiles'], async (transaction) => {
      const deliveries = transaction.objectStore('deliveries');
      const place = pathKey(targetId, intent.path);
      const holders = await deliveries.index('reservedPaths').getAllKeys(place);
      const lying = await transaction.objectStore('folderFiles').index('place').getAll(place);
      const current = await deliveries.get([clipId, targetId]);
      const isFree = holders.every(([holder]) => holder === clipId) && lying.every((file) => file.path === intent.path);
      if (!isFree || !current) return false;
      const written = current.receipts.map((receipt) => pathKey(targetId, receipt.path));
      const reservedPaths = [...new Set([...written, place])];
      await deliveries.put({ ...current, reservedPaths, intent: withTracesOf(current.intent, intent) });
      return true;
    }),
  );
}

/** After repeated kills at one path, any of the attempts may have left what is there. */
function withTracesOf(before: Delivery['intent'], intent: Required<Delivery>['intent']): Required<Delivery>['intent'] {
  if (before?.path !== intent.path) return intent;
  return { ...intent, since: before.since, hashes: [...new Set([...before.hashes, ...intent.hashes])] };
}

/** What came of a delivery. */
export interface Done {
  readonly receipts: readonly Receipt[];
  /** How many pictures that were to be stored beside the post stayed links. */
  readonly linked: number;
  readonly now: number;
}

/** Writes down what the target says it has. A version saved meanwhile stays queued. */
export function recordDone(
  library: Library,
  { clipId, targetId, version }: Delivery,
  { receipts, linked, now }: Done,
): Promise<void> {
  return change(library, clipId, targetId, (current) => {
    const { intent: _written, choice: _made, linkedPictures: _before, ...rest } = current;
    const reservedPaths = receipts.map(({ path }) => pathKey(targetId, path));
    const left = linked === 0 ? {} : { linkedPictures: linked };
    const held = { ...rest, receipts, reservedPaths, deliveredAt: now, ...left };
    if (current.version !== version) return held;
    const { queuedAt: _left, ...done } = withoutFailure(held);
    return { ...done, state: 'done' };
  });
}

/** Writes down the file of another writer that has this very story: where it is, and that it is not ours. */
export function recordFound(library: Library, { clipId, targetId }: Delivery, found: Receipt): Promise<void> {
  return change(library, clipId, targetId, (current) => ({
    ...current,
    receipts: [found],
    reservedPaths: [pathKey(targetId, found.path)],
  }));
}

/** Writes down why an attempt came to nothing, and when the next may be made. */
export function recordFailure(
  library: Library,
  { clipId, targetId, version }: Delivery,
  state: 'queued' | 'blocked' | 'failed',
  failure: Failure,
  nextAttemptAt: number,
): Promise<void> {
  return change(library, clipId, targetId, (current) =>
    current.version === version && current.state !== 'done' ? { ...current, state, failure, nextAttemptAt } : current,
  );
}

/** Puts a given-up or blocked row back in the queue, with the user's choice where one was asked for. */
export function retryDelivery(
  library: Library,
  clipId: string,
  targetId: string,
  now: number,
  choice?: ConflictChoice,
): Promise<void> {
  return change(library, clipId, targetId, (current) => ({
    ...withoutFailure(current),
    state: 'queued',
    queuedAt: current.queuedAt ?? now,
    attempts: 0,
    nextAttemptAt: now,
    ...(choice ? { choice } : {}),
  }));
}

/** How long after a delivery its pictures may still be allowed by the question that Save asked. */
const QUESTION_MS = 10 * 60_000;

/** Puts posts back in the queue whose pictures stayed links a moment ago: their sites have been allowed since. */
export function requeueLinkedPictures(library: Library, now: number): Promise<void> {
  return library.use((database) =>
    transact(database, ['deliveries'], async (transaction) => {
      const deliveries = transaction.objectStore('deliveries');
      for (const row of await deliveries.getAll()) {
        if (row.state !== 'done' || !row.linkedPictures || now - (row.deliveredAt ?? 0) > QUESTION_MS) continue;
        await deliveries.put({ ...row, state: 'queued', queuedAt: now, attempts: 0, nextAttemptAt: now });
      }
    }),
  );
}

function change(
  library: Library,
  clipId: string,
  targetId: string,
  next: (current: Delivery) => Delivery,
): Promise<void> {
  return library.use((database) =>
    transact(database, ['deliveries'], async (transaction) => {
      const deliveries = transaction.objectStore('deliveries');
      const current = await deliveries.get([clipId, targetId]);
      if (current) await deliveries.put(next(current));
    }),
  );
}

function withoutFailure({ failure: _failure, ...row }: Delivery): Delivery {
  return row;
}
