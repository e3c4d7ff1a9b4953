import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ClipAnswer } from '../../core/model/clip-answer.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { PagesProgress } from '../../core/pages/read-pages.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { LoadedPresets } from '../../settings/stored-presets.ts';
import { articleOf, type Scope, type TextField } from './edit.ts';
import type { FrameStory } from './frame-story.ts';
import {
  addTag,
  type BodyView,
  change,
  discardEdits,
  type Editing,
  editMarkdown,
  type PopupState,
  receiveAnswer,
  receiveKnown,
  removeTag,
  restoreEdits,
  showStory,
  startReading,
} from './model.ts';
import { createPlaceChoice } from './place-choice.ts';
import type { PageReading, PopupPorts, TabPage } from './ports.ts';
import { createPostPlan } from './post-plan.ts';
import { createSaving } from './saving.ts';
import { diffEdits } from './typed.ts';

/** What the popup was opened with. */
export interface PopupSetting extends LoadedPresets {
  readonly page: TabPage;
  readonly presetId: string;
  /** Tags that the settings add to this site's posts. */
  readonly siteTags?: readonly string[];
  /** The story may be on the screen before the editor is. */
  readonly frame?: FrameStory | undefined;
}

/** The popup's state, and all that can be done to it. Data goes down to the views, presses come up here. */
export type PopupStore = ReturnType<typeof createStore>;

export function createStore(setting: PopupSetting, ports: PopupPorts, { t }: Translator) {
  const clippedAt = ports.now();
  const state = signal<PopupState>(startReading(setting.page));
  const places = createPlaceChoice(ports);
  const plan = createPostPlan(state, { ports, clippedAt, presetOf });
  /** Said by screen readers, for what only the eye would notice. */
  const announcement = signal('');
  const copied = signal<'no' | 'yes' | 'failed'>('no');
  const isOnline = signal(true);
  effect(() => {
    if (state.value.phase !== 'editing') return;
    const { saving, edit, original, choice } = state.value;
    ports.remember(saving.kind === 'done' ? undefined : diffEdits(edit, original, choice));
  });

  function presetOf(id: string): Preset {
    const preset = setting.presets.find((candidate) => candidate.id === id) ?? setting.presets[0];
    if (!preset) throw new Error('there is no preset');
    return preset;
  }

  /** The one way in: every action on a clip goes through here and does nothing before there is one. */
  function update(transition: (editing: Editing) => Editing): void {
    if (state.value.phase !== 'editing') return;
    copied.value = 'no';
    state.value = transition(state.value);
  }

  /** The same sentence twice is read out twice only where the text differs. */
  function announce(text: string): void {
    announcement.value = announcement.value === text ? `${text}\u00a0` : text;
  }

  /** Ends the reading of further pages. */
  let stopPages = (): void => {};

  async function read({ shown, complete }: PageReading, wantsPages?: boolean): Promise<void> {
    const recalling = ports.recall();
    ports.slow?.follow((share) => {
      if (state.value.phase === 'reading') state.value = { ...state.value, share };
    });
    const first = await shown;
    state.value = showStory(state.value, first);
    const { answer, pages } = await withPages(await complete(), wantsPages);
    const typed = await recalling;
    // The library is asked once the story can be read: opening it takes longer than drawing a page.
    const placing = places.show(presetOf(setting.presetId).id);
    const saveNow = state.value.phase === 'reading' && state.value.saveWhenRead;
    const received = receiveAnswer(state.value, answer, presetOf(setting.presetId).id, setting.siteTags);
    const editing = typed && received.phase === 'editing' ? restoreEdits(received, typed) : received;
    state.value = pages && editing.phase === 'editing' ? { ...editing, pages } : editing;
    try {
      await placing;
      const known = answer.ok && (await ports.findKnown(answer));
      if (known) {
        update((editing) => receiveKnown(editing, known));
        if (known.clip) ports.markClipped(known.clip.savedAt);
      }
    } catch (error) {
      // The story is shown even if the library does not open; Save says what is wrong with it.
      console.warn('The library did not answer.', error);
    }
    if (saveNow) await save();
  }

  /** The answer with the further pages of its story. */
  async function withPages(answer: ClipAnswer, areWanted: boolean | undefined) {
    if (!answer.ok) return { answer };
    const [{ withFurtherPages }, access] = await Promise.all([import('./further-pages.ts'), ports.pages()]);
    const showProgress = (pages: PagesProgress): void => {
      if (state.value.phase === 'reading') state.value = { ...state.value, story: answer.article, pages };
    };
    return withFurtherPages(answer, access, areWanted, showProgress, () => {
      const stop = new AbortController();
      stopPages = () => stop.abort();
      return stop.signal;
    });
  }

  /** Reads the page anew with its further pages, or without; what was typed is kept as over a closed popup. */
  function choosePages(areWanted: boolean): Promise<void> {
    if (state.value.phase !== 'editing') return Promise.resolve();
    state.value = { ...startReading(setting.page), story: articleOf(state.value.edit) };
    return read(ports.clip(), areWanted);
  }

  /** What is shown stays where the library does not answer; Save says what is wrong with it. */
  function showPlaces(work: () => Promise<void>): Promise<void> {
    return work().catch((error: unknown) => console.warn('The library did not answer.', error));
  }

  function retry(): Promise<void> {
    state.value = startReading(setting.page);
    return read(ports.clip());
  }

  const { save, copy } = createSaving({
    ...{ state, update, plan, places, ports, clippedAt, presetOf, announcement, copied },
    translator: { t },
  });

  return {
    setting,
    blockPorts: ports.blocks,
    viewPorts: ports.views,
    isAtSide: ports.isAtSide,
    close: ports.close,
    update,
    announce,
    state: state as ReadonlySignal<PopupState>,
    place: places.place,
    path: plan.path,
    counts: plan.counts,
    announcement: announcement as ReadonlySignal<string>,
    copied: copied as ReadonlySignal<'no' | 'yes' | 'failed'>,
    isOnline,
    picturesFrom: plan.picturesFrom,
    read,
    retry,
    choosePages,
    stopReading: () => ports.slow?.stop(),
    stopPages: () => stopPages(),
    save,
    copy,
    openLibrary: ports.openLibrary,
    openOptions: ports.openOptions,
    openBatch: ports.openBatch,
    /** Lets the user mark passages on the page. */
    async highlight(): Promise<void> {
      if (state.value.phase !== 'editing') return;
      const { url, title } = state.value.edit.articles.article;
      await (await ports.blocks()).highlight({ url, title: title.value });
    },
    type: (field: TextField, text: string) => update((editing) => change(editing, { [field]: text })),
    leave: (field: TextField) =>
      update((editing) =>
        editing.checked.includes(field) ? editing : { ...editing, checked: [...editing.checked, field] },
      ),
    addTag: (tag: string) => {
      update((editing) => addTag(editing, tag));
      announce(t('tagAdded', tag));
    },
    removeTag: (tag: string) => {
      update((editing) => removeTag(editing, tag));
      announce(t('tagRemoved', tag));
    },
    discardEdits: () => {
      update(discardEdits);
      announce(t('unsavedDiscarded'));
    },
    editMarkdown: (text: string) => update((editing) => editMarkdown(editing, text)),
    chooseScope: (scope: Scope) => update((editing) => change(editing, { scope })),
    choosePreset: (presetId: string) => {
      update((editing) => change(editing, { presetId }));
      void showPlaces(() => places.show(presetId));
    },
    pickPlaces: (ids: readonly string[]) =>
      update((editing) => {
        void showPlaces(() => places.pick(ids, editing.edit.presetId));
        return change(editing, {});
      }),
    show: (view: BodyView) => update((editing) => ({ ...editing, view })),
  };
}
