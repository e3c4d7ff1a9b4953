import { saveTargets } from '../../app/save-targets.ts';
import { requestTargetGrant, targetGrant } from '../../app/target-grant.ts';
import type { PendingSave } from '../../app/write-down-save.ts';
import type { Article } from '../../core/model/article.ts';
import type { Clip } from '../../library/model/clip.ts';
import { isReadable, type TargetRecord } from '../../library/model/target-record.ts';
import { earlierTags } from '../../library/queries/earlier-tags.ts';
import { findStory } from '../../library/queries/find-story.ts';
import { matchStory, seenStory } from '../../library/queries/match-story.ts';
import { listTargets } from '../../library/queries/targets.ts';
import { openChanges } from '../../library/store/changes.ts';
import { openLibrary } from '../../library/store/database.ts';
import { lookAfterOutbox } from '../../platform/outbox-alarm.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Edit } from './edit.ts';
import { placePath } from './place-path.ts';
import type { EarlierClip, Known, Place, PopupPorts, SavedClip, SaveRequest } from './ports.ts';

/** What the popup needs of the library and of the places. */
export interface LibraryAccess extends Pick<PopupPorts, 'place' | 'findKnown' | 'renewGrant'> {
  /**
   * Keeps and delivers what a press on Save wrote down.
   *
   * @param isWrittenDown resolves when the browser holds the press.
   * @throws {ClipError} why the clip is not kept.
   */
  save(
    pending: PendingSave,
    isWrittenDown: Promise<void>,
    answers: Pick<SaveRequest, 'renewing' | 'requestSites'>,
  ): Promise<SavedClip>;
}

/** The library and the target, as the popup needs them. Loaded when the story is shown; what Save does, in its press. */
export async function openLibraryAccess({ folder: downloadFolder }: Pick<Settings, 'folder'>): Promise<LibraryAccess> {
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
      root: placePath(first, downloadFolder, ''),
      needsGrant: chosen.some(({ isOpen }) => !isOpen),
    };
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

  /** Few stories were clipped before: what compares texts is loaded for those. */
  async function earlierClip(clip: Clip, article: Article): Promise<EarlierClip | undefined> {
    const { readEarlierClip } = await import('./earlier-clip.ts');
    const unseen = chosen.filter(({ record }) => !isReadable(record)).map(({ record }) => record.id);
    return readEarlierClip(library, clip, article, unseen);
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
   * any click beside it brings, nor that of a worker loses it.
   */
  async function save(...[pending, isWrittenDown, answers]: Parameters<LibraryAccess['save']>): Promise<SavedClip> {
    lookAfterOutbox(pending.now);
    const { saveAndDeliver } = await import('./save-and-deliver.ts');
    return saveAndDeliver({ library, changes, records, downloadFolder }, pending, isWrittenDown, answers);
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
