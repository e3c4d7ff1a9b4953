import { DOWNLOADS_RECORD, type TargetRecord } from '../library/model/target-record.ts';
import { listTargets } from '../library/queries/targets.ts';
import type { Library } from '../library/store/database.ts';
import { targetIdsFor } from '../settings/preset-targets.ts';

/**
 * The places that a post goes to. A place that was removed since is none; with no other left, the post goes to the downloads.
 *
 * @param wanted ids of places. Absent: those of the preset, else the default one.
 */
export async function saveTargets(
  library: Library,
  presetId: string,
  wanted?: readonly string[],
): Promise<readonly TargetRecord[]> {
  const [ids, records] = await Promise.all([wanted ?? targetIdsFor(presetId), listTargets(library)]);
  const connected = records.filter(({ id }) => ids.includes(id));
  return connected.length > 0 ? connected : [DOWNLOADS_RECORD];
}
