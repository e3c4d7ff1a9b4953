import type { Highlight } from '../../core/model/highlight.ts';
import { type NamedStory, pendingOf } from '../queries/pending-highlights.ts';
import type { VersionTransaction } from '../store/version-stores.ts';

/** Takes out what was marked in a story before it was clipped, inside the caller's transaction. */
export async function takePendingHighlights(transaction: VersionTransaction, story: NamedStory): Promise<Highlight[]> {
  const store = transaction.objectStore('pendingHighlights');
  const rows = await pendingOf((everyTitle) => store.getAll(everyTitle), story);
  await Promise.all(rows.map(({ urlKey, title }) => store.delete([urlKey, title])));
  return rows.flatMap(({ highlights }) => highlights);
}
