import type { NewTarget, TargetRecord } from '../model/target-record.ts';
import { listTargets } from '../queries/targets.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/**
 * Remembers a target that the user connected. The same place again keeps its id, and with it all that is known of what
 * is there.
 *
 * @param newId a UUID, used where the target is new.
 */
export async function connectTarget(
  library: Library,
  target: NewTarget,
  newId: string,
  now: number,
): Promise<TargetRecord> {
  for (const known of await listTargets(library)) {
    if (!(await isSamePlace(known, target))) continue;
    const renewed = { ...known, ...target };
    await library.use((database) => database.put('targets', renewed));
    return renewed;
  }
  const record: TargetRecord = { id: `${target.kind}:${newId}`, ...target, connectedAt: now };
  await library.use((database) => database.put('targets', record));
  return record;
}

/** One folder has many handles; every other place is told by its config. */
async function isSamePlace(one: TargetRecord, other: NewTarget): Promise<boolean> {
  if (one.kind !== other.kind) return false;
  if (one.access.by === 'handle' && other.access.by === 'handle') {
    return one.access.handle.isSameEntry(other.access.handle);
  }
  return JSON.stringify(one.config) === JSON.stringify(other.config);
}

/** Puts another place behind the id of one that is gone: what waits for the old one goes to the new. */
export async function replaceTarget(library: Library, id: string, target: NewTarget): Promise<void> {
  await library.use((database) =>
    transact(database, ['targets'], async (transaction) => {
      const targets = transaction.objectStore('targets');
      const before = await targets.get(id);
      if (before) await targets.put({ id, ...target, connectedAt: before.connectedAt });
    }),
  );
}

/** Changes what is remembered of a target; its id, and what waits for it, stay. */
export function changeTarget(
  library: Library,
  id: string,
  changes: Partial<Pick<TargetRecord, 'name' | 'config' | 'access' | 'isPaused' | 'tested'>>,
): Promise<void> {
  return library.use((database) =>
    transact(database, ['targets'], async (transaction) => {
      const targets = transaction.objectStore('targets');
      const record = await targets.get(id);
      if (record) await targets.put({ ...record, ...changes });
    }),
  );
}

/** Writes down that a target's posts were read through to the end. */
export function markIndexed(library: Library, id: string, now: number, state?: string): Promise<void> {
  return library.use((database) =>
    transact(database, ['targets'], async (transaction) => {
      const targets = transaction.objectStore('targets');
      const record = await targets.get(id);
      if (!record) return;
      const { indexedState: _before, ...rest } = record;
      await targets.put({ ...rest, indexedAt: now, ...(state === undefined ? {} : { indexedState: state }) });
    }),
  );
}

/** Forgets a target and what is known of its files. Nothing at the target is touched; clips stay. */
export function disconnectTarget(library: Library, id: string): Promise<void> {
  return library.use((database) =>
    transact(database, ['targets', 'folderFiles', 'deliveries'], async (transaction) => {
      await transaction.objectStore('targets').delete(id);
      await transaction.objectStore('folderFiles').delete(IDBKeyRange.bound([id], [id, []]));
      const deliveries = transaction.objectStore('deliveries');
      for (const key of await deliveries.index('target').getAllKeys(id)) await deliveries.delete(key);
    }),
  );
}
