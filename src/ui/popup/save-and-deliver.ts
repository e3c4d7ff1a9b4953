import { askBackground } from '../../app/ask-background.ts';
import { keepPendingSave } from '../../app/keep-pending-save.ts';
import { forgetSave, PENDING_SAVE, type PendingSave } from '../../app/write-down-save.ts';
import { requeueLinkedPictures } from '../../library/commands/outbox.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { isReadable, type TargetRecord } from '../../library/model/target-record.ts';
import { deliveriesOf } from '../../library/queries/deliveries.ts';
import type { Changes } from '../../library/store/changes.ts';
import type { Library } from '../../library/store/database.ts';
import { showDownload } from '../../platform/downloads.ts';
import { loadPinyin } from '../../platform/load-pinyin.ts';
import { readAllStored } from '../../platform/storage.ts';
import { placePath } from './place-path.ts';
import type { SavedClip, SaveRequest } from './ports.ts';

/** How long the popup waits for the background before it says what it knows itself. */
const PATIENCE_MS = 8_000;

interface SaveWorld {
  readonly library: Library;
  readonly changes: Changes;
  readonly records: readonly TargetRecord[];
  /** Folder of the browser's downloads; may be none. */
  readonly downloadFolder: string;
}

/**
 * Keeps a clip that is written down, and has the background deliver it. Loaded in the press on Save.
 *
 * @param isWrittenDown resolves when the browser holds the press.
 * @throws {ClipError} why the clip is not kept.
 */
export async function saveAndDeliver(
  world: SaveWorld,
  pending: PendingSave,
  isWrittenDown: Promise<void>,
  { renewing, requestSites }: Pick<SaveRequest, 'renewing' | 'requestSites'>,
): Promise<SavedClip> {
  const { library, changes } = world;
  await isWrittenDown;
  await finishEarlierSaves();
  const { clip, request } = await keepPendingSave({ library, changes, loadPinyin }, pending).finally(() =>
    forgetSave(pending.saveId),
  );
  const { targetIds, post } = request;
  await renewing;
  const isAllowed = await requestSites?.();
  const finish = async (): Promise<void> => {
    await deliver();
    if (isAllowed) await deliverPictures(library);
  };
  await Promise.race([finish(), patience()]);
  const deliveries = (await deliveriesOf(library, clip.id)).filter(({ targetId }) => targetIds.includes(targetId));
  return savedClip(world, { id: clip.id, planned: post.path, deliveries });
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

/**
 * Has the background carry out all presses in their order where earlier ones wait: carried out after this one, they would
 * write over it what the user has changed since. Few popups meet any.
 */
async function finishEarlierSaves(): Promise<void> {
  try {
    const waiting = Object.keys(await readAllStored(PENDING_SAVE));
    // The background delivers them as well before it answers.
    if (waiting.length > 1) await Promise.race([askBackground('finishSaves'), patience()]);
  } catch (error) {
    console.warn('Earlier saves wait.', error);
  }
}

/** The post was delivered while the browser asked; now that its pictures may be fetched, it is written with them. */
async function deliverPictures(library: Library): Promise<void> {
  try {
    await requeueLinkedPictures(library, Date.now());
  } catch (error) {
    console.warn('The pictures stay links.', error);
  }
  await deliver();
}

/** An error here is not a failure to save: a background that cannot be reached delivers the clip when it wakes. */
async function deliver(): Promise<void> {
  try {
    await askBackground('drain', true);
  } catch (error) {
    console.warn('The background did not answer; the clip is delivered when it wakes.', error);
  }
}

interface KeptSave {
  readonly id: string;
  /** Path of the post as it was written. */
  readonly planned: string;
  readonly deliveries: readonly Delivery[];
}

/** What the popup says: the file of the first place that has it, and what the first place that lacks it waits for. */
function savedClip({ records, downloadFolder }: SaveWorld, { id, planned, deliveries }: KeptSave): SavedClip {
  const recordOf = ({ targetId }: Delivery) => records.find((record) => record.id === targetId);
  const [written] = deliveries.filter(({ failure, receipts }) => !failure && receipts.length > 0);
  const waiting = deliveries.find(({ failure }) => failure);
  const shown = written ?? waiting ?? deliveries[0];
  const record = shown && recordOf(shown);
  const [receipt] = written?.receipts ?? [];
  const canBeRead = record !== undefined && isReadable(record);
  const path = receipt && !canBeRead ? receipt.path : placePath(record, downloadFolder, receipt?.path ?? planned);
  const download = canBeRead ? Number.NaN : Number(receipt?.reference);
  return {
    id,
    path,
    ...(waiting?.failure ? { waiting: waiting.failure } : {}),
    ...(waiting && written ? { waitingAt: placePath(recordOf(waiting), downloadFolder) } : {}),
    ...(written?.linkedPictures ? { linkedPictures: written.linkedPictures } : {}),
    ...(Number.isInteger(download) ? { showInFolder: () => showDownload(download) } : {}),
  };
}
