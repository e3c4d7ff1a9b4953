import type { Article } from '../../core/model/article.ts';
import { prepareUpdate } from '../../library/commands/prepare-update.ts';
import type { Clip } from '../../library/model/clip.ts';
import { deliveriesOf } from '../../library/queries/deliveries.ts';
import type { Library } from '../../library/store/database.ts';
import type { EarlierClip } from './ports.ts';

/**
 * Returns what an update of an earlier clip would do; undefined where it has been deleted.
 *
 * @param unseen ids of the chosen places whose posts cannot be read.
 */
export async function readEarlierClip(
  library: Library,
  { id, updatedAt }: Clip,
  article: Article,
  unseen: readonly string[],
): Promise<EarlierClip | undefined> {
  const update = await prepareUpdate(library, id, article);
  const replacesUnseen = (await deliveriesOf(library, id)).some(
    (row) => unseen.includes(row.targetId) && row.receipts.length > 0,
  );
  return update && { ...update, id, savedAt: updatedAt, replacesUnseen };
}
