import { dropIncoming, type TakenIncoming, takeIncoming } from '../commands/incoming.ts';
import type { Library } from '../store/database.ts';
import { openZip, type UnpackLimits } from './read-zip.ts';
import { type BackupContents, type LeftOut, type StageRequest, stageBackup } from './stage-backup.ts';

export interface RestoreReport extends BackupContents, TakenIncoming {
  /** False where the backup is damaged and nothing was taken. */
  readonly isTaken: boolean;
}

export interface RestoreRequest extends StageRequest {
  /** Asked where something of the backup is damaged or missing: whether what is whole is to be taken. */
  readonly onDamaged: (contents: BackupContents) => Promise<boolean>;
  readonly limits?: UnpackLimits;
}

/** Room for a backup of 50,000 clips with pictures: what was written can be read. One entry at a time is in memory. */
export const BACKUP_LIMITS: UnpackLimits = {
  entries: 500_000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 32 * 1024 * 1024 * 1024,
};

/** Entries of an archive that can be dropped without loss. */
const HARMLESS: ReadonlySet<LeftOut> = new Set(['not-ours', 'newer']);

/**
 * Brings a backup's clips, its trash and what belongs to them into the library: all of it is read and checked first,
 * then taken in one step. Cancelled or killed before that, it leaves the library as it was. A clip that is there
 * already, in this version or a later one, is left as it is, so doing it twice does it once; nothing is removed. What
 * cannot be taken is named. Names in the archive are names only: nothing is written anywhere by them.
 *
 * @throws an `AbortError` where `signal` said so.
 */
export async function readBackup(library: Library, file: Blob, request: RestoreRequest): Promise<RestoreReport> {
  const { restoreId, signal, onDamaged, limits = BACKUP_LIMITS } = request;
  try {
    const contents = await stageBackup(library, await openZip(file, limits), request);
    const isDamaged = contents.leftOut.some(({ reason }) => !HARMLESS.has(reason));
    if (isDamaged && !(await onDamaged(contents))) {
      return { ...contents, restored: 0, trashed: 0, kept: 0, isTaken: false };
    }
    signal.throwIfAborted();
    return { ...contents, ...(await takeIncoming(library, restoreId, signal)), isTaken: true };
  } finally {
    await dropIncoming(library, restoreId);
  }
}
