import { isReadableTarget } from '../model/stored-rows.ts';
import { DOWNLOADS_RECORD, isReadable, type TargetRecord } from '../model/target-record.ts';
import type { Library } from '../store/database.ts';

/** The connected targets, in the order in which they were connected; the downloads first. */
export async function listTargets(library: Library): Promise<TargetRecord[]> {
  const targets = await library.use((database) => database.getAll('targets'));
  return targets.filter(isReadableTarget).sort((a, b) => a.connectedAt - b.connectedAt);
}

/** The targets whose posts can be read: folders, and all places but the downloads. */
export async function listReadableTargets(library: Library): Promise<TargetRecord[]> {
  return (await listTargets(library)).filter(isReadable);
}

/** The target of an id; nothing where it was disconnected. The downloads are always there. */
export async function getTarget(library: Library, id: string): Promise<TargetRecord | undefined> {
  const record = await library.use((database) => database.get('targets', id));
  if (record && isReadableTarget(record)) return record;
  return id === DOWNLOADS_RECORD.id ? DOWNLOADS_RECORD : undefined;
}
