import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../../library/model/clip.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { type ListedClip, listClips, listDeliveries, nextTexts, readListed } from '../../library/queries/list-clips.ts';
import { listTrash } from '../../library/queries/list-trash.ts';
import { newestStories } from '../../library/queries/newest-stories.ts';
import { createSearch } from '../../library/queries/search-clips.ts';
import { listReadableTargets } from '../../library/queries/targets.ts';
import type { Library } from '../../library/store/database.ts';
import { EMPTY_LIBRARY, type LibraryData } from './library-data.ts';

/** What the page has read of the library, and how it is kept in step. */
export interface ClipData {
  readonly data: ReadonlySignal<LibraryData>;
  /** Whether search sees all texts by now. */
  readonly isSearchable: ReadonlySignal<boolean>;
  /** The ids of what a query finds. Read in a computed signal, it is asked again when search knows more. */
  find(query: string): ReadonlySet<string>;
  /** Shows the newest stories, before the others are read. */
  loadFirst(): Promise<void>;
  /** Reads the list of all clips. */
  loadClips(): Promise<void>;
  /** Reads what the list need not wait for: where the clips are, the trash, the texts. */
  loadRest(): Promise<void>;
  /** Looks again at clips that were changed, here or elsewhere. */
  refresh(ids: readonly string[]): Promise<void>;
  refreshFolders(): Promise<void>;
}

/** More than a tall window shows. */
const FIRST_SIGHT = 30;

/** Folded in a few milliseconds, so that a key that is pressed meanwhile does not wait. */
const TEXTS_AT_A_TIME = 50;

export function createClipData(library: Library): ClipData {
  const search = createSearch();
  const data = signal<LibraryData>(EMPTY_LIBRARY);
  const isSearchable = signal(false);
  /** Counts up when search knows more than before. */
  const known = signal(0);
  const set = (changes: Partial<LibraryData>): void => {
    data.value = { ...data.value, ...changes };
  };

  async function loadTexts(): Promise<void> {
    for (let after = ''; ; ) {
      const texts = await nextTexts(library, after, TEXTS_AT_A_TIME);
      for (const { clipId, text } of texts) {
        const clip = data.value.clips.get(clipId) ?? data.value.trash.get(clipId)?.clip;
        if (clip) search.put(clip, text);
      }
      known.value += 1;
      const last = texts.at(-1);
      if (!last || texts.length < TEXTS_AT_A_TIME) break;
      after = last.clipId;
    }
    isSearchable.value = true;
  }

  function take(listed: readonly ListedClip[]): void {
    const clips = new Map(data.value.clips);
    const trash = new Map(data.value.trash);
    const deliveries = new Map(data.value.deliveries);
    for (const now of listed) {
      const { id, clip, trashed } = now;
      if (clip) clips.set(id, clip);
      else clips.delete(id);
      if (trashed) trash.set(id, trashed);
      else trash.delete(id);
      if (clip) deliveries.set(id, now.deliveries);
      else deliveries.delete(id);
      const shown = clip ?? trashed?.clip;
      if (shown) search.put(shown, now.text);
      else search.remove(id);
    }
    set({ clips, trash, deliveries });
  }

  return {
    data,
    isSearchable,
    find(query) {
      known.value;
      return search.find(query);
    },
    async loadFirst() {
      set({ clips: byId(await newestStories(library, FIRST_SIGHT)) });
    },
    async loadClips() {
      const clips = await listClips(library);
      for (const clip of clips) search.put(clip);
      batch(() => {
        set({ clips: byId(clips) });
        known.value += 1;
      });
    },
    async loadRest() {
      const [deliveries, folders, trashed] = await Promise.all([
        listDeliveries(library),
        listReadableTargets(library),
        listTrash(library),
      ]);
      for (const { clip } of trashed) search.put(clip);
      set({ deliveries: byClip(deliveries), folders, trash: byId(trashed) });
      await loadTexts();
    },
    async refresh(ids) {
      const listed = await readListed(library, ids);
      batch(() => {
        take(listed);
        known.value += 1;
      });
    },
    async refreshFolders() {
      set({ folders: await listReadableTargets(library) });
    },
  };
}

function byId<T extends Pick<Clip, 'id'>>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function byClip(deliveries: readonly Delivery[]): Map<string, Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const group = groups.get(delivery.clipId);
    if (group) group.push(delivery);
    else groups.set(delivery.clipId, [delivery]);
  }
  return groups;
}
