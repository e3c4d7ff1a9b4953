import { askBackground } from '../../app/ask-background.ts';
import { assembleSave, saveClip } from '../../app/save-clip.ts';
import { requestTargetGrant, targetGrant } from '../../app/target-grant.ts';
import type { Article } from '../../core/model/article.ts';
import { requeueLinkedPictures } from '../../library/commands/outbox.ts';
import { prepareUpdate } from '../../library/commands/prepare-update.ts';
import type { SaveRequest as KeepRequest } from '../../library/commands/save-clip.ts';
import type { Clip } from '../../library/model/clip.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { DOWNLOADS_RECORD, isReadable, type TargetRecord } from '../../library/model/target-record.ts';
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
import { targetIdsFor } from '../../settings/preset-targets.ts';
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
    const ids = picked ?? (await targetIdsFor(presetId));
    const known = records.filter(({ id }) => ids.includes(id));
    const places = known.length > 0 ? known : [DOWNLOADS_RECORD];
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

  /**
   * The clip is kept by this page and by the background, whichever comes first: so neither the end of the popup, which
   * any click beside it brings, nor that of a worker loses it.
   */
  async function save(order: SaveRequest): Promise<SavedClip> {
    const { requestSites, ...ordered } = order;
    const targetIds = order.targetIds ?? (await place(order.preset.id)).chosen;
    const request = await assembleSave(library, {
      ...ordered,
      targetIds,
      saveId: crypto.randomUUID(),
      now: Date.now(),
      loadPinyin,
    });
    const delivering = deliver(request);
    lookAfterOutbox(request.now);
    const clip = await saveClip({ library, changes }, request);
    const isAllowed = await requestSites?.();
    const finish = async (): Promise<void> => {
      await delivering;
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
  async function deliver(request: KeepRequest): Promise<void> {
    try {
      await askBackground('save', request);
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
    renewGrant: async () => {
      const closed = chosen.filter(({ isOpen }) => !isOpen).map(({ record }) => record.access);
      const origins = closed.flatMap((access) => (access.by === 'origins' ? access.origins : []));
      const questions = closed.filter(({ by }) => by !== 'origins');
      // Each is asked before any is answered: browsers ask only in the user gesture itself.
      await Promise.all([
        ...questions.map(requestTargetGrant),
        ...(origins.length > 0 ? [requestTargetGrant({ by: 'origins', origins })] : []),
      ]);
    },
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
