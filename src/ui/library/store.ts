import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../core/model/failure.ts';
import { textOfClip } from '../../library/queries/list-clips.ts';
import { readClipOrTrashed, type WholeClip } from '../../library/queries/read-whole-clip.ts';
import { termsOf } from '../../library/queries/search-clips.ts';
import { type ClipData, createClipData } from './clip-data.ts';
import { createEditDrafts } from './edit-drafts.ts';
import { EMPTY_LIBRARY, type LibraryData, listClips, orderClips, tally } from './library-data.ts';
import type { LibraryPorts } from './ports.ts';
import { createUndoStack, type UndoStep } from './undo-stack.ts';
import { hashOfView, START, type View } from './view.ts';

/** A sentence at the foot of the page, for a while. */
export interface Notice {
  readonly text: string;
  readonly failure?: Failure;
  /** What it says in full, a line each. */
  readonly details?: readonly string[];
  /** The step that it tells of, which can be taken back while it is the last. */
  readonly step?: UndoStep;
}

/** How far something long has come. */
export interface Progress {
  readonly text: string;
  readonly done: number;
  readonly total: number;
  readonly cancel?: () => void;
}

/** Something that is done only after the user has said so. */
export interface Question {
  readonly text: string;
  readonly details?: readonly string[];
  /** What the button says that does it. */
  readonly confirm: string;
  answer(isYes: boolean): void;
}

/** The page's state and how one moves about in it. What changes the library is in `actions.ts` and `transfer.ts`. */
export type LibraryStore = ReturnType<typeof createLibraryStore>;

export function createLibraryStore(ports: LibraryPorts) {
  const { library } = ports;
  const clipData = createClipData(library);
  const drafts = createEditDrafts(ports);
  const undo = createUndoStack();
  const view = signal<View>(START);
  const phase = signal<'loading' | 'ready' | Failure>('loading');
  const reading = signal<WholeClip | undefined>(undefined);
  const isEditing = signal(false);
  const list = createList(ports, clipData, view, phase);
  const selection = createSelection(list);
  effect(() => {
    if (!isEditing.value) void drafts.release();
  });

  /** Until then the clip that the view names is on its way. */
  let arriving: Promise<void> = Promise.resolve();

  /** Reads the list; then, so that it need not wait for them, where the clips are, and their texts. */
  async function load(): Promise<void> {
    arriving = loadList();
    await arriving;
    await clipData.loadRest();
  }

  async function loadList(): Promise<void> {
    if (phase.value === 'loading' && hashOfView({ ...view.value, clip: '' }) === '') await clipData.loadFirst();
    await clipData.loadClips();
    phase.value = 'ready';
    await readShown();
  }

  async function refresh(ids: readonly string[]): Promise<void> {
    await clipData.refresh(ids);
    selection.keepPresent(clipData.data.value, view.value.filter === 'trash');
    if (ids.includes(view.value.clip)) await read();
  }

  /** Shows the clip that the view names. */
  function read(): Promise<void> {
    arriving = readShown();
    return arriving;
  }

  async function readShown(): Promise<void> {
    const { clip } = view.value;
    const whole = clip === '' ? undefined : await readClipOrTrashed(library, clip);
    await drafts.read(clip);
    if (view.value.clip === clip) reading.value = whole;
  }

  async function go(changes: Partial<View>): Promise<void> {
    const before = view.value;
    view.value = { ...before, ...changes };
    if (view.value.filter !== before.filter) selection.selectNone();
    if (view.value.clip === before.clip) return;
    isEditing.value = false;
    await read();
  }

  return {
    ports,
    libraryData: clipData.data,
    isSearchable: clipData.isSearchable,
    view: view as ReadonlySignal<View>,
    hash: computed(() => hashOfView(view.value)),
    phase,
    reading: reading as ReadonlySignal<WholeClip | undefined>,
    isEditing,
    drafts,
    undo,
    ...createMessages(),
    ...list,
    ...selection,
    /** A clip's running text. */
    textOf: (id: string) => textOfClip(library, id),
    /** The clip that the view names, once it is read: a key may be pressed before that. */
    async opened(): Promise<WholeClip | undefined> {
      for (let awaited: unknown; awaited !== arriving; await awaited) awaited = arriving;
      return reading.value;
    },
    load,
    refresh,
    refreshFolders: clipData.refreshFolders,
    go,
    /** Starts over with the filters and the search of a filter; what is read stays. */
    goToFilter: (changes: Partial<View>) => go({ ...START, sort: view.value.sort, clip: view.value.clip, ...changes }),
    move(step: number): Promise<void> {
      const { at, ids } = list;
      const next = Math.min(ids.value.length - 1, Math.max(0, at.value + step));
      return go({ clip: ids.value[next] ?? '' });
    },
  };
}

/** What the page says and asks. */
function createMessages() {
  const notice = signal<Notice | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const question = signal<Question | undefined>(undefined);
  return {
    notice,
    progress,
    question,
    /** Asks before something that cannot be taken back. */
    ask(asked: Omit<Question, 'answer'>): Promise<boolean> {
      return new Promise((resolve) => {
        const answer = (isYes: boolean): void => {
          question.value = undefined;
          resolve(isYes);
        };
        question.value = { ...asked, answer };
      });
    },
  };
}

/** What the view lists. */
function createList(
  ports: LibraryPorts,
  { data, find }: ClipData,
  view: ReadonlySignal<View>,
  phase: ReadonlySignal<unknown>,
) {
  const terms = computed(() => termsOf(view.value.q));
  const sort = computed(() => view.value.sort);
  const isTrash = computed(() => view.value.filter === 'trash');
  const ordered = computed(() => orderClips(data.value, sort.value, isTrash.value));
  const result = computed(() => {
    const started = performance.now();
    const found = terms.value.length === 0 ? undefined : find(view.value.q);
    const clips = listClips(ordered.value, data.value, view.value, found, ports.now());
    return { clips, milliseconds: performance.now() - started };
  });
  const ids = computed(() => result.value.clips.map(({ id }) => id));
  return {
    result,
    /** Of the clips that are listed, in their order. */
    ids,
    terms,
    tallies: computed(() => tally(phase.value === 'ready' ? data.value : EMPTY_LIBRARY, ports.now())),
    at: computed(() => (view.value.clip === '' ? -1 : ids.value.indexOf(view.value.clip))),
  };
}

/** Which clips are selected. */
function createSelection({ ids, at }: ReturnType<typeof createList>) {
  const selected = signal<ReadonlySet<string>>(new Set());
  return {
    selected: selected as ReadonlySignal<ReadonlySet<string>>,
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
    /** Clips that are not there any more, in the library or in the trash, are not selected any more. */
    keepPresent({ clips, trash }: LibraryData, isTrash: boolean): void {
      selected.value = new Set([...selected.value].filter((id) => (isTrash ? trash : clips).has(id)));
    },
  };
}
