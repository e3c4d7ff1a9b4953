import type { Clip } from '../../library/model/clip.ts';
import type { Delivery, DeliveryState } from '../../library/model/delivery.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import type { TrashedClip } from '../../library/model/trashed-clip.ts';
import type { Filter, View } from './view.ts';

/** What the page knows of the library. */
export interface LibraryData {
  readonly clips: ReadonlyMap<string, Clip>;
  readonly deliveries: ReadonlyMap<string, readonly Delivery[]>;
  readonly folders: readonly TargetRecord[];
  /** The deleted clips; they are not in `clips`. */
  readonly trash: ReadonlyMap<string, TrashedClip>;
}

export const EMPTY_LIBRARY: LibraryData = { clips: new Map(), deliveries: new Map(), folders: [], trash: new Map() };

const WEEK = 7 * 24 * 3600_000;

/** From the best to the worst: a clip is in the state of the delivery that needs the most. */
const URGENCY: readonly DeliveryState[] = ['done', 'sending', 'queued', 'blocked', 'failed'];

/** The state to show for a clip; nothing where it was never to go anywhere. */
export function worstDelivery(deliveries: readonly Delivery[] = []): Delivery | undefined {
  return deliveries.reduce<Delivery | undefined>(
    (worst, delivery) => (worst && URGENCY.indexOf(worst.state) >= URGENCY.indexOf(delivery.state) ? worst : delivery),
    undefined,
  );
}

/** Whether a clip passes a filter. */
function matchesFilter({ deliveries }: LibraryData, clip: Clip, filter: Filter, now: number): boolean {
  switch (filter) {
    case 'all':
    case 'trash':
      return true;
    case 'week':
      return clip.createdAt > now - WEEK;
    case 'waiting':
      return (deliveries.get(clip.id) ?? []).some(({ state }) => state !== 'done');
    case 'changed':
      return (clip.changedParagraphs ?? 0) > 0;
    case 'highlights':
      return (clip.highlightCount ?? 0) > 0;
  }
}

/** All clips, or those in the trash, in an order. Sorting takes longer than filtering: not to be done at every letter of a search. */
export function orderClips({ clips, trash }: LibraryData, sort: View['sort'], isTrash: boolean): Clip[] {
  const shown = isTrash ? [...trash.values()].map(({ clip }) => clip) : [...clips.values()];
  return shown.sort(ORDERS[sort]);
}

/** Which of the ordered clips a view lists. `found`: the result of the search; absent where nothing is searched for. */
export function listClips(
  ordered: readonly Clip[],
  libraryData: LibraryData,
  view: View,
  found: ReadonlySet<string> | undefined,
  now: number,
): Clip[] {
  return ordered.filter(
    (clip) =>
      (found === undefined || found.has(clip.id)) &&
      matchesFilter(libraryData, clip, view.filter, now) &&
      (view.site === '' || clip.siteName === view.site) &&
      (view.tag === '' || clip.tags.includes(view.tag)) &&
      (view.year === '' || yearOf(clip) === view.year) &&
      (view.folder === '' ||
        (libraryData.deliveries.get(clip.id) ?? []).some(({ targetId }) => targetId === view.folder)),
  );
}

const byName = new Intl.Collator();

const ORDERS: Readonly<Record<View['sort'], (a: Clip, b: Clip) => number>> = {
  // As the index of the newest stories has it, so that the list stays when the others come.
  story: (a, b) => b.storyAt - a.storyAt || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
  clipped: (a, b) => b.createdAt - a.createdAt,
  title: (a, b) => byName.compare(a.title, b.title),
};

export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** Returns the counts shown beside the filters: how many clips each holds, the largest first. */
export interface Tallies {
  readonly filters: Readonly<Record<Filter, number>>;
  readonly sites: readonly Tally[];
  readonly tags: readonly Tally[];
  /** The newest first. */
  readonly years: readonly Tally[];
  /** Clips by folder id: all, and those that are not written yet. */
  readonly folders: ReadonlyMap<string, { readonly all: number; readonly waiting: number }>;
}

export function tally(libraryData: LibraryData, now: number): Tallies {
  const clips = [...libraryData.clips.values()];
  const matching = (filter: Filter): number =>
    clips.filter((clip) => matchesFilter(libraryData, clip, filter, now)).length;
  const folders = new Map<string, { all: number; waiting: number }>();
  for (const { targetId, state } of [...libraryData.deliveries.values()].flat()) {
    const { all, waiting } = folders.get(targetId) ?? { all: 0, waiting: 0 };
    folders.set(targetId, { all: all + 1, waiting: waiting + (state === 'done' ? 0 : 1) });
  }
  return {
    filters: {
      all: clips.length,
      week: matching('week'),
      waiting: matching('waiting'),
      changed: matching('changed'),
      highlights: matching('highlights'),
      trash: libraryData.trash.size,
    },
    sites: largestFirst(clips.map(({ siteName }) => siteName)),
    tags: largestFirst(clips.flatMap(({ tags, siteName }) => tags.filter((tag) => tag !== siteName))),
    years: largestFirst(clips.map(yearOf)).toSorted((a, b) => byName.compare(b.name, a.name)),
    folders,
  };
}

function yearOf({ published, storyAt }: Clip): string {
  return published?.slice(0, 4) ?? String(new Date(storyAt).getFullYear());
}

function largestFirst(names: readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const tallies = [...counts].map(([name, count]) => ({ name, count }));
  return tallies.sort((a, b) => b.count - a.count || byName.compare(a.name, b.name));
}
