import { askBackground } from '../../app/ask-background.ts';
import { assembleSave, saveClip } from '../../app/save-clip.ts';
import { requestTargetGrant, targetGrant } from '../../app/target-grant.ts';
import type { Article } from '../../core/model/article.ts';
import { requeueLinkedPictures } from '../../library/commands/outbox.ts';
import { prepareUpdate } from '../../library/commands/prepare-update.ts';
import type { SaveRequest as KeepRequest } from '../../library/commands/save-clip.ts';
import type { Clip } from '../../library/model/clip.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { isReadable } from '../../library/model/target-record.ts';
import { deliveriesOf } from '../../library/queries/deliveries.ts';
import { earlierTags } from '../../library/queries/earlier-tags.ts';
import { findStory } from '../../library/queries/find-story.ts';
import { matchStory, seenStory } from '../../library/queries/match-story.ts';
import { getTarget } from '../../library/queries/targets.ts';
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
  target,
  folder: downloadFolder,
}: Settings): Promise<Pick<PopupPorts, 'place' | 'findKnown' | 'renewGrant' | 'save'>> {
  const library = openLibrary();
  const changes = openChanges();
  const record = await getTarget(library, target);
  const grant = record && (await targetGrant(record.access));
  const canBeRead = record !== undefined && isReadable(record);
  const root = canBeRead ? record.name : downloadFolder;

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
    const written = (await deliveriesOf(library, id)).some((row) => row.targetId === target && row.receipts.length > 0);
    return update && { ...update, id, savedAt: updatedAt, replacesUnseen: !canBeRead && written };
  }

  /**
   * The clip is kept by this page and by the background, whichever comes first: so neither the end of the popup, which
   * any click beside it brings, nor that of a worker loses it.
   */
  async function save({ article, draft, preset, as, part, requestSites }: SaveRequest): Promise<SavedClip> {
    const request = await assembleSave(library, {
      article,
      draft,
      preset,
      targetIds: [target],
      as,
      part,
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
    const delivery = (await deliveriesOf(library, clip.id)).find(({ targetId }) => targetId === target);
    return savedClip(clip.id, join(root, request.post.path), delivery);
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

  function savedClip(id: string, planned: string, delivery: Delivery | undefined): SavedClip {
    const [receipt] = delivery?.receipts ?? [];
    const path = receipt ? (canBeRead ? join(root, receipt.path) : receipt.path) : planned;
    if (delivery?.failure) return { id, path: planned, waiting: delivery.failure };
    const download = canBeRead ? Number.NaN : Number(receipt?.reference);
    return {
      id,
      path,
      ...(delivery?.linkedPictures ? { linkedPictures: delivery.linkedPictures } : {}),
      ...(Number.isInteger(download) ? { showInFolder: () => showDownload(download) } : {}),
    };
  }

  return {
    place: async (): Promise<Place> => ({ root: join(root, ''), needsGrant: grant === 'prompt' }),
    findKnown,
    renewGrant: async () => {
      if (record && grant !== 'granted') await requestTargetGrant(record.access);
    },
    save,
  };
}

/** A path below a folder; the folder may be none. */
function join(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
