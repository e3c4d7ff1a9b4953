import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../core/model/failure.ts';
import { readWholeClip, type WholeClip } from '../../library/commands/delete-clips.ts';
import type { Clip } from '../../library/model/clip.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { newestStories } from '../../library/queries/newest-stories.ts';
import { createSearch, termsOf } from '../../library/queries/search-clips.ts';
import { listReadableTargets } from '../../library/queries/targets.ts';
import { type LibraryData, listClips, NOTHING_HELD, orderClips, tally } from './library-data.ts';
import type { LibraryPorts } from './ports.ts';
import { hashOfView, START, type View } from './view.ts';

/** A sentence at the foot of the page, for a while; with a way back where there is one. */
export interface Notice {
  readonly text: string;
  readonly failure?: Failure;
  /** What it says in full, a line each. */
  readonly details?: readonly string[];
  readonly undo?: () => Promise<void>;
}

/** How far something long has come. */
export interface Progress {
  readonly text: string;
  readonly done: number;
  readonly total: number;
  readonly cancel?: () => void;
}

/** The page's state and how one moves about in it. What changes the library is in `actions.ts` and `transfer.ts`. */
export type LibraryStore = ReturnType<typeof createLibraryStore>;

/** More than a tall window shows. */
const FIRST_SIGHT = 30;

/** Folded in a few milliseconds, so that a key that is pressed meanwhile does not wait. */
const TEXTS_AT_A_TIME = 50;

export function createLibraryStore(ports: LibraryPorts) {
  const { library } = ports;
  const search = createSearch();
  const libraryData = signal<LibraryData>(NOTHING_HELD);
  const view = signal<View>(START);
  const phase = signal<'loading' | 'ready' | Failure>('loading');
  /** Counts up when search knows more than before; what was searched for is then searched for again. */
  const known = signal(0);
  const isSearchable = signal(false);
  const selected = signal<ReadonlySet<string>>(new Set());
  const reading = signal<WholeClip | undefined>(undefined);
  const isEditing = signal(false);
  const notice = signal<Notice | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);

  const terms = computed(() => termsOf(view.value.q));
  const sort = computed(() => view.value.sort);
  const ordered = computed(() => orderClips(libraryData.value, sort.value));
  const result = computed(() => {
    const started = performance.now();
    const found = terms.value.length === 0 ? undefined : find(view.value.q);
    const clips = listClips(ordered.value, libraryData.value, view.value, found, ports.now());
    return { clips, milliseconds: performance.now() - started };
  });
  const tallies = computed(() => tally(phase.value === 'ready' ? libraryData.value : NOTHING_HELD, ports.now()));
  const ids = computed(() => result.value.clips.map(({ id }) => id));
  const at = computed(() => (view.value.clip === '' ? -1 : ids.value.indexOf(view.value.clip)));

  /** The search does not know of signals: `known` says when to ask it again. */
  function find(q: string): ReadonlySet<string> {
    known.value;
    return search.find(q);
  }

  /** Reads the list; then, so that it need not wait for them, where the clips lie, and their texts. */
  async function load(): Promise<void> {
    if (phase.value === 'loading' && hashOfView({ ...view.value, clip: '' }) === '') await showFirst();
    const clips = await library.use((database) => database.getAll('clips'));
    for (const clip of clips) search.put(clip);
    batch(() => {
      show(clips);
      known.value += 1;
      phase.value = 'ready';
    });
    await read();
    const [deliveries, folders] = await Promise.all([
      library.use((database) => database.getAll('deliveries')),
      listReadableTargets(library),
    ]);
    libraryData.value = { ...libraryData.value, deliveries: byClip(deliveries), folders };
    await loadTexts();
  }

  /** What the view shows at the start is the newest stories: they are on the screen before the others are read. */
  async function showFirst(): Promise<void> {
    show(await newestStories(library, FIRST_SIGHT));
  }

  function show(clips: readonly Clip[]): void {
    libraryData.value = { ...libraryData.value, clips: new Map(clips.map((clip) => [clip.id, clip])) };
  }

  async function loadTexts(): Promise<void> {
    for (let after = ''; ; ) {
      const range = IDBKeyRange.lowerBound(after, true);
      const texts = await library.use((database) => database.getAll('texts', range, TEXTS_AT_A_TIME));
      for (const { clipId, text } of texts) {
        const clip = libraryData.value.clips.get(clipId);
        if (clip) search.put(clip, text);
      }
      known.value += 1;
      const last = texts.at(-1);
      if (!last || texts.length < TEXTS_AT_A_TIME) break;
      after = last.clipId;
    }
    isSearchable.value = true;
  }

  /** Looks again at clips that were changed, here or elsewhere. */
  async function refresh(ids: readonly string[]): Promise<void> {
    const whole = await Promise.all(ids.map((id) => readWholeClip(library, id)));
    const clips = new Map(libraryData.value.clips);
    const deliveries = new Map(libraryData.value.deliveries);
    for (const [n, id] of ids.entries()) {
      const now = whole[n];
      if (now) {
        clips.set(id, now.clip);
        deliveries.set(id, now.deliveries);
        search.put(now.clip, now.text?.text);
      } else {
        clips.delete(id);
        deliveries.delete(id);
        search.remove(id);
      }
    }
    batch(() => {
      libraryData.value = { ...libraryData.value, clips, deliveries };
      known.value += 1;
      selected.value = new Set([...selected.value].filter((id) => clips.has(id)));
    });
    if (ids.includes(view.value.clip)) await read();
  }

  async function refreshFolders(): Promise<void> {
    libraryData.value = { ...libraryData.value, folders: await listReadableTargets(library) };
  }

  /** Shows the clip that the view names. */
  async function read(): Promise<void> {
    const { clip } = view.value;
    const whole = clip === '' ? undefined : await readWholeClip(library, clip);
    if (view.value.clip === clip) reading.value = whole;
  }

  async function go(changes: Partial<View>): Promise<void> {
    const before = view.value;
    view.value = { ...before, ...changes };
    if (view.value.clip === before.clip) return;
    isEditing.value = false;
    await read();
  }

  return {
    ports,
    libraryData: libraryData as ReadonlySignal<LibraryData>,
    view: view as ReadonlySignal<View>,
    hash: computed(() => hashOfView(view.value)),
    phase,
    /** Whether search sees all texts by now. */
    isSearchable: isSearchable as ReadonlySignal<boolean>,
    selected: selected as ReadonlySignal<ReadonlySet<string>>,
    reading: reading as ReadonlySignal<WholeClip | undefined>,
    isEditing,
    notice,
    progress,
    result,
    /** Of the clips that are listed, in their order. */
    ids,
    terms,
    tallies,
    at,
    /** A clip's running text. */
    textOf: (id: string) => library.use(async (database) => (await database.get('texts', id))?.text ?? ''),
    load,
    refresh,
    refreshFolders,
    go,
    /** Starts over with the filters and the search of a filter; what is read stays. */
    goToFilter: (changes: Partial<View>) => go({ ...START, sort: view.value.sort, clip: view.value.clip, ...changes }),
    move(step: number): Promise<void> {
      const next = Math.min(ids.value.length - 1, Math.max(0, at.value + step));
      return go({ clip: ids.value[next] ?? '' });
    },
    select(id: string): void {
      const next = new Set(selected.value);
      if (!next.delete(id)) next.add(id);
      selected.value = next;
    },
    /** Selects all between the clip that is read and this one. */
    selectTo(id: string): void {
      const [from, to] = [Math.max(0, at.value), ids.value.indexOf(id)].toSorted((a, b) => a - b);
      selected.value = new Set([...selected.value, ...ids.value.slice(from, (to ?? 0) + 1)]);
    },
    selectAll(): void {
      selected.value = new Set(ids.value);
    },
    selectNone(): void {
      selected.value = new Set();
    },
  };
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
