import { askBackground } from '../../app/ask-background.ts';
import { keepPendingSave } from '../../app/keep-pending-save.ts';
import { saveTargets } from '../../app/save-targets.ts';
import { requestTargetGrant, targetGrant } from '../../app/target-grant.ts';
import { forgetSave, writeDownSave } from '../../app/write-down-save.ts';
import type { Article } from '../../core/model/article.ts';
import { requeueLinkedPictures } from '../../library/commands/outbox.ts';
import { prepareUpdate } from '../../library/commands/prepare-update.ts';
import type { Clip } from '../../library/model/clip.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { isReadable, type TargetRecord } from '../../library/model/target-record.ts';
import { deliveriesOf } from '../../library/queries/deliveries.ts';
import { earlierTags } from '../../library/queries/earlier-tags.ts';
import { findStory } from '../../library/queries/find-story.ts';
import { matchStory, seenStory } from '../../library/queries/match-story.ts';
import { listTargets } from '../../library/queries/targets.ts';
import { openChanges } from '../../library/store/changes.ts';
import { openLibrary } from '../../library/store/database.ts';
import { showDownload } from '../../platform/downloads.ts';
import { loadPinyin } from '../../platform/load-pinyin.ts';
import { lookAfterOutbox } from '../../platform/outbox-alarm.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Edit } from './edit.ts';
import type { EarlierClip, Known, Place, PopupPorts, SavedClip, SaveRequest } from './ports.ts';

/** How long the popup waits for the file before it says that it is on its way. */
const PATIENCE_MS = 8_000;

/** The library and the target, as the popup needs them. Loaded while the page is being read. */
export async function openLibraryAccess({
  folder: downloadFolder,
}: Pick<Settings, 'folder'>): Promise<Pick<PopupPorts, 'place' | 'findKnown' | 'renewGrant' | 'save'>> {
  const library = openLibrary();
  const changes = openChanges();
  const records = await listTargets(library);
  /** The places that Save writes to, and whether they are open, so that a gesture can ask at once. */
  let chosen: readonly ChosenPlace[] = [];

  async function place(presetId: string, picked?: readonly string[]): Promise<Place> {
    const places = await saveTargets(library, presetId, picked);
    chosen = await Promise.all(
      places.map(async (record) => ({ record, isOpen: (await targetGrant(record.access)) !== 'prompt' })),
    );
    const first = chosen.find(({ isOpen }) => !isOpen)?.record ?? places[0];
    return {
      all: records.map(({ id, name }) => ({ id, name })),
      chosen: places.map(({ id }) => id),
      root: join(rootOf(first), ''),
      needsGrant: chosen.some(({ isOpen }) => !isOpen),
    };
  }

  function rootOf(record: TargetRecord | undefined): string {
    return record && isReadable(record) ? record.name : downloadFolder;
  }

  async function findKnown({ article, selection }: Edit['articles']): Promise<Known> {
    const [whole, selected, { files }] = await Promise.all([
      matchStory(library, seenStory(article, 'article')),
      selection && matchStory(library, seenStory(selection, 'selection')),
      findStory(library, article.url),
    ]);
    const clip = whole.clip && (await earlierClip(whole.clip, article));
    const clippedSelection = selection && selected?.clip && (await earlierClip(selected.clip, selection));
    const [file] = files;
    return {
      ...(clip ? { clip } : {}),
      ...(whole.another ? { another: { id: whole.another.id, title: whole.another.title } } : {}),
      ...(clippedSelection ? { selection: clippedSelection } : {}),
      ...(file ? { file: file.path } : {}),
      tags: await earlierTags(library, article.siteName.value),
    };
  }

  async function earlierClip({ id, updatedAt }: Clip, article: Article): Promise<EarlierClip | undefined> {
    const update = await prepareUpdate(library, id, article);
    const unseen = chosen.filter(({ record }) => !isReadable(record)).map(({ record }) => record.id);
    const replacesUnseen = (await deliveriesOf(library, id)).some(
      (row) => unseen.includes(row.targetId) && row.receipts.length > 0,
    );
    return update && { ...update, id, savedAt: updatedAt, replacesUnseen };
  }

  async function renewGrant(): Promise<void> {
    const closed = chosen.filter(({ isOpen }) => !isOpen).map(({ record }) => record.access);
    const origins = closed.flatMap((access) => (access.by === 'origins' ? access.origins : []));
    const questions = closed.filter(({ by }) => by !== 'origins');
    try {
      // Each is asked before any is answered: browsers ask only in the user gesture itself.
      await Promise.all([
        ...questions.map(requestTargetGrant),
        ...(origins.length > 0 ? [requestTargetGrant({ by: 'origins', origins })] : []),
      ]);
    } catch (error) {
      console.warn('The browser did not ask; the delivery says what is missing.', error);
    }
  }

  /**
   * The clip is kept by this page and by the background, whichever comes first: so neither the end of the popup, which
   * any click beside it brings, nor that of a worker loses it. It is written down before this function returns.
   */
  async function save({ renewing, requestSites, ...order }: SaveRequest): Promise<SavedClip> {
    const pending = { ...order, saveId: crypto.randomUUID(), now: Date.now() };
    const isWrittenDown = writeDownSave(pending);
    lookAfterOutbox(pending.now);
    const { clip, request } = await keepPendingSave({ library, changes, loadPinyin }, pending).finally(() =>
      isWrittenDown.then(() => forgetSave(pending.saveId)),
    );
    const { targetIds } = request;
    await renewing;
    const isAllowed = await requestSites?.();
    const finish = async (): Promise<void> => {
      await deliver();
      if (isAllowed) await deliverPictures();
    };
    await Promise.race([finish(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    const deliveries = (await deliveriesOf(library, clip.id)).filter(({ targetId }) => targetIds.includes(targetId));
    return savedClip(clip.id, request.post.path, deliveries);
  }

  /** The post was delivered while the browser asked; now that its pictures may be fetched, it is written with them. */
  async function deliverPictures(): Promise<void> {
    await requeueLinkedPictures(library, Date.now());
    await askBackground('drain', true);
  }

  /** An error here is not a failure to save: a background that cannot be reached delivers the clip when it wakes. */
  async function deliver(): Promise<void> {
    try {
      await askBackground('drain', true);
    } catch (error) {
      console.warn('The background did not answer; the clip is delivered when it wakes.', error);
    }
  }

  /** What the popup says: the file of the first place that has it, and what the first place that lacks it waits for. */
  function savedClip(id: string, planned: string, deliveries: readonly Delivery[]): SavedClip {
    const recordOf = ({ targetId }: Delivery) => records.find((record) => record.id === targetId);
    const [written] = deliveries.filter(({ failure, receipts }) => !failure && receipts.length > 0);
    const waiting = deliveries.find(({ failure }) => failure);
    const shown = written ?? waiting ?? deliveries[0];
    const record = shown && recordOf(shown);
    const [receipt] = written?.receipts ?? [];
    const canBeRead = record !== undefined && isReadable(record);
    const path = receipt && !canBeRead ? receipt.path : join(rootOf(record), receipt?.path ?? planned);
    const download = canBeRead ? Number.NaN : Number(receipt?.reference);
    return {
      id,
      path,
      ...(waiting?.failure ? { waiting: waiting.failure } : {}),
      ...(waiting && written ? { waitingAt: rootOf(recordOf(waiting)) } : {}),
      ...(written?.linkedPictures ? { linkedPictures: written.linkedPictures } : {}),
      ...(Number.isInteger(download) ? { showInFolder: () => showDownload(download) } : {}),
    };
  }

  return {
    place,
    findKnown,
    renewGrant,
    save,
  };
}

interface ChosenPlace {
  readonly record: TargetRecord;
  readonly isOpen: boolean;
}

/** A path below a folder; the folder may be none. */
function join(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
