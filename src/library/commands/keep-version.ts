import type { Post } from '../../core/post/to-post.ts';
import type { Clip, ClipContent } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import type { VersionTransaction } from '../store/version-stores.ts';

export interface ClipVersion {
  readonly clip: Clip;
  readonly content: ClipContent;
  readonly text: string;
  readonly post: Pick<Post, 'path' | 'text' | 'assets'>;
  /** Where this version goes: one outbox row each. */
  readonly targetIds: readonly string[];
}

/** Writes one version of a clip with everything that belongs to it, inside the caller's transaction. */
export async function keepVersion(
  transaction: VersionTransaction,
  { clip, content, text, post: { path, text: postText, assets }, targetIds }: ClipVersion,
): Promise<void> {
  const post = { clipId: clip.id, version: clip.version, path, text: postText, assets };
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

/** The outbox row of a new version; what lies at the target from before stays known. */
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
