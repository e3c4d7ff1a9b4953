import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { acceptItems, cancelJob, moveItem, removeJob, retryItems, setJobState } from '../../library/commands/jobs.ts';
import type { ItemCounts, ItemState, JobItem } from '../../library/model/job.ts';
import { type CountedJob, itemsOfJob, listJobs } from '../../library/queries/jobs.ts';
import type { BatchPorts } from './ports.ts';

/** The batches, and the one that is looked at. */
export type Jobs = ReturnType<typeof createJobs>;

/** Which items of a batch are listed. `left`: without an outcome. */
export const ITEM_FILTERS = ['all', 'left', 'saved', 'uncertain', 'known', 'refused'] as const;
export type ItemFilter = (typeof ITEM_FILTERS)[number];

const SHOWN: Readonly<Record<ItemFilter, readonly ItemState[]>> = {
  all: ['waiting', 'running', 'saved', 'known', 'uncertain', 'refused', 'cancelled'],
  left: ['waiting', 'running'],
  saved: ['saved'],
  uncertain: ['uncertain'],
  known: ['known'],
  refused: ['refused', 'cancelled'],
};

/** How many items a filter lists. */
export function countOf(counts: ItemCounts, filter: ItemFilter): number {
  return SHOWN[filter].reduce((sum, state) => sum + counts[state], 0);
}

/** However many pages are done a second, the page is drawn anew no oftener than this, in milliseconds. */
const REFRESH_MS = 200;

export function createJobs({ library, changes, now, requestSites }: BatchPorts) {
  const jobs = signal<readonly CountedJob[]>([]);
  const current = signal('');
  const items = signal<readonly JobItem[]>([]);
  const filter = signal<ItemFilter>('all');
  const at = signal(-1);
  const isLoaded = signal(false);
  let refreshing: Promise<void> | undefined;

  async function load(): Promise<void> {
    const id = current.value;
    const [counted, rows] = await Promise.all([listJobs(library), id === '' ? [] : itemsOfJob(library, id)]);
    batch(() => {
      jobs.value = counted;
      if (current.value === id) items.value = rows;
      isLoaded.value = true;
    });
  }

  /** Looks again, a moment later, once for all changes until then. */
  function refresh(): Promise<void> {
    refreshing ??= new Promise<void>((resolve) => setTimeout(resolve, REFRESH_MS)).then(async () => {
      refreshing = undefined;
      await load();
    });
    return refreshing;
  }

  /** Changes a batch, and has the runner, wherever it is, look again. */
  async function change(work: () => Promise<void>): Promise<void> {
    await work();
    changes.announce({ kind: 'jobs', ids: [current.value] });
    await load();
  }

  const listed = computed(() => items.value.filter(({ state }) => SHOWN[filter.value].includes(state)));
  return {
    jobs: jobs as ReadonlySignal<readonly CountedJob[]>,
    current: current as ReadonlySignal<string>,
    job: computed(() => jobs.value.find(({ job }) => job.id === current.value)),
    isLoaded: isLoaded as ReadonlySignal<boolean>,
    filter: filter as ReadonlySignal<ItemFilter>,
    listed,
    at,
    /** The item that the buttons under the list act on. */
    chosen: computed(() => listed.value[at.value]),
    load,
    refresh,
    async open(id: string): Promise<void> {
      batch(() => {
        current.value = id;
        items.value = [];
        filter.value = 'all';
        at.value = -1;
      });
      await load();
    },
    show(next: ItemFilter): void {
      filter.value = next;
      at.value = -1;
    },
    pause: (id: string) => change(() => setJobState(library, id, 'paused')),
    /** Asks for the sites of what waits, first thing in the user gesture: they may have been taken back. */
    async resume(id: string): Promise<void> {
      const waiting = items.value.filter(({ state }) => state === 'waiting' || state === 'running');
      if (await requestSites(waiting.map(({ url }) => url))) await change(() => setJobState(library, id, 'running'));
    },
    cancel: (id: string) => change(() => cancelJob(library, id, now())),
    retry: (id: string, retry: Parameters<typeof retryItems>[2] = {}) => change(() => retryItems(library, id, retry)),
    accept: (id: string, itemIds: readonly string[]) => change(() => acceptItems(library, id, itemIds)),
    move: (itemId: string, to: 'first' | 'last') => change(() => moveItem(library, itemId, to)),
    remove: (id: string) => change(() => removeJob(library, id)),
  };
}
