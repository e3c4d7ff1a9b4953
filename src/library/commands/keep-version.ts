import type { Post } from '../../core/post/to-post.ts';
import type { Clip, ClipContent } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import {
  earlierVersion,
  VERSIONS_KEPT,
  type VersionWords,
  type WholeVersion,
  wholeVersions,
} from '../model/earlier-version.ts';
import type { VersionTransaction } from '../store/version-stores.ts';

export interface ClipVersion {
  readonly clip: Clip;
  readonly content: ClipContent;
  readonly text: string;
  readonly post: Pick<Post, 'path' | 'text' | 'meta' | 'assets'>;
  /** Where this version goes: one outbox row each. */
  readonly targetIds: readonly string[];
}

/**
 * Writes one version of a clip with everything that belongs to it, inside the caller's transaction, and keeps what it
 * replaces. A clip that is in the trash comes out of it.
 */
export async function keepVersion(
  transaction: VersionTransaction,
  { clip, content, text, post: { path, text: postText, meta, assets }, targetIds }: ClipVersion,
): Promise<void> {
  await keepReplaced(transaction, { clip, content, text });
  await takeOutOfTrash(transaction, clip);
  const apart = meta === undefined ? {} : { meta };
  const post = { clipId: clip.id, version: clip.version, path, text: postText, ...apart, assets };
  const deliveries = transaction.objectStore('deliveries');
  const writes: (() => Promise<unknown>)[] = [
    () => transaction.objectStore('clips').put(clip),
    () => transaction.objectStore('contents').put(content),
    () => transaction.objectStore('texts').put({ clipId: clip.id, text }),
    () => transaction.objectStore('posts').put(post),
    ...targetIds.map((id) => async () => deliveries.put(queuedRow(await deliveries.get([clip.id, id]), clip, id))),
  ];
  // All are begun before any is waited for; one that throws at once must not leave the others unheard.
  await Promise.all(writes.map(async (write) => write()));
}

/** Keeps what is about to be replaced, and drops the oldest of more than `VERSIONS_KEPT`. */
export async function keepReplaced(transaction: VersionTransaction, next: VersionWords): Promise<void> {
  const { id } = next.clip;
  const [listed, trashed, content, kept] = await Promise.all([
    transaction.objectStore('clips').get(id),
    transaction.objectStore('trash').get(id),
    transaction.objectStore('contents').get(id),
    transaction.objectStore('texts').get(id),
  ]);
  const clip = listed ?? trashed?.clip;
  const row = clip && content && earlierVersion({ clip, content, text: kept?.text ?? '' }, next);
  if (!row) return;
  const versions = transaction.objectStore('versions');
  await versions.put(row);
  const keys = await versions.getAllKeys(IDBKeyRange.bound([id], [id, []]));
  await Promise.all(keys.slice(0, Math.max(0, keys.length - VERSIONS_KEPT)).map((key) => versions.delete(key)));
}

/**
 * Adds earlier versions to those of a clip, by their numbers: of two with one number, and of all above the clip's own,
 * what is here stays. `VERSIONS_KEPT` are left.
 */
export async function joinVersions(
  transaction: VersionTransaction,
  clipId: string,
  added: readonly WholeVersion[],
): Promise<void> {
  const range = IDBKeyRange.bound([clipId], [clipId, []]);
  const versions = transaction.objectStore('versions');
  const [listed, trashed, content, kept, rows] = await Promise.all([
    transaction.objectStore('clips').get(clipId),
    transaction.objectStore('trash').get(clipId),
    transaction.objectStore('contents').get(clipId),
    transaction.objectStore('texts').get(clipId),
    versions.getAll(range),
  ]);
  const clip = listed ?? trashed?.clip;
  if (!clip || !content) return;
  const current = { clip, content, text: kept?.text ?? '' };
  const present = wholeVersions(rows.toReversed(), { source: content.source, text: current.text });
  const numbers = new Set([clip.version, ...present.map((version) => version.clip.version)]);
  const fresh = added.filter((version) => version.clip.version < clip.version && !numbers.has(version.clip.version));
  if (fresh.length === 0) return;
  const joined = [...present, ...fresh].toSorted((a, b) => b.clip.version - a.clip.version).slice(0, VERSIONS_KEPT);
  await versions.delete(range);
  let next: VersionWords = current;
  for (const { clip: row, source, edits, text, replacedAt } of joined) {
    const words = { clip: { ...row, id: clipId }, content: { clipId, source, edits }, text };
    const version = earlierVersion(words, next);
    if (version) await versions.put({ ...version, replacedAt });
    next = words;
  }
}

/** Its outbox rows come back with it, so that it is updated where it was delivered to. */
async function takeOutOfTrash(transaction: VersionTransaction, { id, urlKey }: Clip): Promise<void> {
  const trashed = await transaction.objectStore('trash').get(id);
  const rows = trashed?.deliveries ?? [];
  await Promise.all([
    transaction.objectStore('dismissals').delete(urlKey),
    ...(trashed ? [transaction.objectStore('trash').delete(id)] : []),
    ...rows.map((row) => transaction.objectStore('deliveries').put(row)),
  ]);
}

/** The outbox row of a new version; what was left at the target before stays known. */
function queuedRow(before: Delivery | undefined, clip: Clip, targetId: string): Delivery {
  return {
    clipId: clip.id,
    targetId,
    state: 'queued',
    version: clip.version,
    queuedAt: clip.updatedAt,
    attempts: 0,
    nextAttemptAt: clip.updatedAt,
    receipts: before?.receipts ?? [],
    reservedPaths: before?.reservedPaths ?? [],
    ...(before?.intent ? { intent: before.intent } : {}),
  };
}
