import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Article } from '../../core/model/article.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { LoadedPresets } from '../../settings/stored-presets.ts';
import { articleOf, type Edit, type Scope, type TextField } from './edit.ts';
import {
  addTag,
  type BodyView,
  change,
  clipToUpdate,
  discardEdits,
  draftOfEdit,
  type Editing,
  editMarkdown,
  faultyFields,
  type PopupState,
  receiveAnswer,
  receiveKnown,
  receiveSaved,
  removeTag,
  restoreEdits,
  type Saving,
  showStory,
  startReading,
} from './model.ts';
import type { PageReading, Place, PopupPorts, SaveRequest, TabPage } from './ports.ts';
import { diffEdits } from './typed.ts';

/** What the popup was opened with. */
export interface PopupSetting extends LoadedPresets {
  readonly page: TabPage;
  readonly presetId: string;
}

/** The popup's state, and all that can be done to it. Data goes down to the views, presses come up here. */
export type PopupStore = ReturnType<typeof createStore>;

export function createStore(setting: PopupSetting, ports: PopupPorts, { t }: Translator) {
  const clippedAt = ports.now();
  const state = signal<PopupState>(startReading(setting.page));
  const place = signal<Place | undefined>(undefined);
  /** The path of the post, below the target. */
  const path = signal<string | undefined>(undefined);
  /** Said by screen readers, for what only the eye would notice. */
  const announcement = signal('');
  const copied = signal<'no' | 'yes' | 'failed'>('no');
  const isOnline = signal(true);
  /** Hosts that Save will ask for, so that the pictures can be stored beside the post. */
  const picturesFrom = signal<readonly string[]>([]);
  /** The addresses of the pictures themselves. */
  let picturesToFetch: readonly string[] = [];

  effect(() => {
    if (state.value.phase === 'editing') void showPath(state.value.edit);
  });

  effect(() => {
    if (state.value.phase !== 'editing') return;
    const { saving, edit, original } = state.value;
    ports.remember(saving.kind === 'done' ? undefined : diffEdits(edit, original));
  });
  /** The article whose pictures are to be kept beside the post; nothing where the preset leaves them links. */
  const pictured = computed(() =>
    state.value.phase === 'editing' && presetOf(state.value.edit.presetId).images.download
      ? articleOf(state.value.edit)
      : undefined,
  );

  effect(() => void showHosts(pictured.value));

  async function showHosts(article: Article | undefined): Promise<void> {
    const urls = article ? await ports.picturesOf(article) : [];
    const hosts = urls.length === 0 ? [] : await ports.hostsToAskFor(urls);
    if (pictured.peek() !== article) return;
    picturesToFetch = urls;
    picturesFrom.value = hosts;
  }

  async function showPath(edit: Edit): Promise<void> {
    const planned = await ports.pathOfPost(draftOfEdit(edit, clippedAt), presetOf(edit.presetId));
    const isCurrent = state.value.phase === 'editing' && state.value.edit === edit;
    if (isCurrent) path.value = planned;
  }

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

  async function read({ shown, complete }: PageReading): Promise<void> {
    const recalling = ports.recall();
    const first = await shown;
    state.value = showStory(state.value, first);
    const answer = await complete;
    const typed = await recalling;
    // The library is asked once the story can be read: opening it takes longer than drawing a page.
    const placing = ports.place();
    const saveNow = state.value.phase === 'reading' && state.value.saveWhenRead;
    const received = receiveAnswer(state.value, answer, presetOf(setting.presetId).id);
    state.value = typed && received.phase === 'editing' ? restoreEdits(received, typed) : received;
    try {
      place.value = await placing;
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

  function retry(): Promise<void> {
    state.value = startReading(setting.page);
    return read(ports.clip());
  }

  async function currentRequest(
    { edit }: Editing,
    preset = presetOf(edit.presetId),
  ): Promise<Omit<SaveRequest, 'as' | 'requestSites'>> {
    const draft = draftOfEdit(edit, clippedAt);
    const isRewritten = preset.body === 'html' && edit.markdown[edit.scope] !== undefined;
    const whole = isRewritten ? { ...draft, html: await htmlOf(draft.markdown) } : draft;
    return { article: articleOf(edit), part: edit.scope, draft: whole, preset };
  }

  /**
   * @param as by default the next version of what `clipToUpdate` names, else a new clip.
   * @returns the field to go to where one is faulty and nothing was saved.
   */
  async function save(as?: SaveRequest['as']): Promise<TextField | undefined> {
    const now = state.value;
    if (now.phase === 'reading') state.value = { ...now, saveWhenRead: true };
    if (now.phase !== 'editing' || now.saving.kind === 'busy') return undefined;
    const [faulty] = faultyFields(now.edit);
    if (faulty) {
      state.value = { ...now, checked: ['date', 'source'] };
      return faulty;
    }
    const granting = ports.renewGrant();
    const asking = picturesFrom.value.length > 0 && { requestSites: ports.beginRequestSites(picturesToFetch) };
    state.value = { ...now, saving: { kind: 'busy' } };
    const clipId = clipToUpdate(now);
    const how = as ?? (clipId === undefined ? 'same-story' : { clipId });
    const saving = await granting.then(() => attempt(now, { as: how, ...asking }), failed);
    update((editing) =>
      saving.kind === 'done' ? receiveSaved(editing, now.edit.scope, saving.clip) : { ...editing, saving },
    );
    if (saving.kind === 'done') {
      announcement.value = saving.clip.waiting ? t('keptNotWritten') : t('savedAs', saving.clip.path);
      ports.markClipped(ports.now());
    }
    return undefined;
  }

  function attempt(now: Editing, how: Pick<SaveRequest, 'as' | 'requestSites'>): Promise<Saving> {
    return currentRequest(now)
      .then((request) => ports.save({ ...request, ...how }))
      .then((clip): Saving => ({ kind: 'done', clip }), failed);
  }

  async function copy(): Promise<void> {
    if (state.value.phase !== 'editing') return;
    try {
      // What is pasted elsewhere has no files beside it.
      const preset = presetOf(state.value.edit.presetId);
      const linked = { ...preset, images: { ...preset.images, download: false } };
      const { draft } = await currentRequest(state.value, linked);
      await ports.copy((await ports.writePost(draft, linked)).text);
      copied.value = 'yes';
      announcement.value = t('copied');
    } catch (error) {
      console.warn('The clipboard refused the post.', error);
      copied.value = 'failed';
    }
  }

  return {
    setting,
    state: state as ReadonlySignal<PopupState>,
    place: place as ReadonlySignal<Place | undefined>,
    path: path as ReadonlySignal<string | undefined>,
    announcement: announcement as ReadonlySignal<string>,
    copied: copied as ReadonlySignal<'no' | 'yes' | 'failed'>,
    isOnline,
    picturesFrom: picturesFrom as ReadonlySignal<readonly string[]>,
    read,
    retry,
    save,
    copy,
    openLibrary: ports.openLibrary,
    openOptions: ports.openOptions,
    type: (field: TextField, text: string) => update((editing) => change(editing, { [field]: text })),
    leave: (field: TextField) =>
      update((editing) =>
        editing.checked.includes(field) ? editing : { ...editing, checked: [...editing.checked, field] },
      ),
    addTag: (tag: string) => {
      update((editing) => addTag(editing, tag));
      announcement.value = t('tagAdded', tag);
    },
    removeTag: (tag: string) => {
      update((editing) => removeTag(editing, tag));
      announcement.value = t('tagRemoved', tag);
    },
    discardEdits: () => {
      update(discardEdits);
      announcement.value = t('unsavedDiscarded');
    },
    editMarkdown: (text: string) => update((editing) => editMarkdown(editing, text)),
    chooseScope: (scope: Scope) => update((editing) => change(editing, { scope })),
    choosePreset: (presetId: string) => update((editing) => change(editing, { presetId })),
    show: (view: BodyView) => update((editing) => ({ ...editing, view })),
  };
}

function failed(error: unknown): Saving {
  return { kind: 'failed', failure: toFailure(error) };
}

/** For presets with an HTML body, of a text that the user has rewritten as Markdown. */
async function htmlOf(markdown: string): Promise<string> {
  const { storyHtml } = await import('../shared/render-story.ts');
  return storyHtml(markdown);
}
