import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ClipAnswer } from '../../core/clip-answer.ts';
import { toFailure } from '../../core/failure.ts';
import type { Post, toPost as ToPost } from '../../core/post/to-post.ts';
import type { Preset } from '../../core/presets/preset.ts';
import type { Translator } from '../../i18n/translator.ts';
import {
  addTag,
  articleOf,
  type BodyView,
  change,
  draftOfEdit,
  type Editing,
  editMarkdown,
  faultyFields,
  type PopupState,
  receiveAnswer,
  removeTag,
  type Scope,
  startReading,
  type TextField,
} from './model.ts';
import type { PopupPorts, SaveRequest, TabPage } from './ports.ts';

/** What the popup was opened with. */
export interface PopupSetting {
  readonly page: TabPage;
  readonly presets: readonly Preset[];
  readonly presetId: string;
  /** Goes before every path that is shown: the place that posts are saved to. */
  readonly place: string;
}

/** The popup's state, and all that can be done to it. Data goes down to the views, presses come up here. */
export type PopupStore = ReturnType<typeof createStore>;

export function createStore(setting: PopupSetting, ports: PopupPorts, { t }: Translator) {
  const clippedAt = ports.now();
  const state = signal<PopupState>(startReading(setting.page));
  const write = signal<typeof ToPost | undefined>(undefined);
  /** Said by screen readers, for what only the eye would notice. */
  const announcement = signal('');
  const copied = signal<'no' | 'yes' | 'failed'>('no');
  const isOnline = signal(true);

  const presetOf = (id: string): Preset | undefined => setting.presets.find((preset) => preset.id === id);

  /** Where the post will lie. The body has no part in that, and leaving it out keeps typing light. */
  const path = computed(() => {
    if (state.value.phase !== 'editing') return undefined;
    const { edit } = state.value;
    const preset = presetOf(edit.presetId);
    if (!write.value || !preset) return undefined;
    return write.value({ ...draftOfEdit(edit, clippedAt), markdown: '', html: '' }, preset).path;
  });

  /** The one way in: every action on a clip goes through here and does nothing before there is one. */
  function update(transition: (editing: Editing) => Editing): void {
    if (state.value.phase !== 'editing') return;
    copied.value = 'no';
    state.value = transition(state.value);
  }

  async function read(answering: Promise<ClipAnswer>): Promise<void> {
    const writer = import('../../core/post/to-post.ts').then(({ toPost }) => {
      write.value = toPost;
    });
    const answer = await answering;
    const saveNow = state.value.phase === 'reading' && state.value.saveWhenRead;
    state.value = receiveAnswer(state.value, answer, setting.presetId);
    await writer;
    if (saveNow) await save();
  }

  function retry(): Promise<void> {
    state.value = startReading(setting.page);
    return read(ports.clip());
  }

  function currentPost({ edit }: Editing): Omit<SaveRequest, 'as'> | undefined {
    const preset = presetOf(edit.presetId);
    if (!preset || !write.value) return undefined;
    const draft = draftOfEdit(edit, clippedAt);
    return { article: articleOf(edit), draft, post: write.value(draft, preset), preset };
  }

  /** @returns the field to go to where one is faulty and nothing was saved. */
  async function save(as: SaveRequest['as'] = 'update'): Promise<TextField | undefined> {
    const now = state.value;
    if (now.phase === 'reading') state.value = { ...now, saveWhenRead: true };
    if (now.phase !== 'editing' || now.saving.kind === 'busy') return undefined;
    const [faulty] = faultyFields(now.edit);
    if (faulty) {
      state.value = { ...now, checked: ['date', 'source'] };
      return faulty;
    }
    state.value = { ...now, saving: { kind: 'busy' } };
    const saving = await attempt(now, as);
    if (state.value.phase !== 'editing') return undefined;
    const earlier = saving.kind === 'done' ? { earlier: { id: '', savedAt: ports.now() } } : {};
    state.value = { ...state.value, ...earlier, saving };
    if (saving.kind === 'done') announcement.value = t('savedAs', saving.clip.path);
    return undefined;
  }

  async function attempt(now: Editing, as: SaveRequest['as']): Promise<Editing['saving']> {
    try {
      const request = currentPost(now);
      if (!request) throw new Error('the chosen preset does not exist');
      return { kind: 'done', clip: await ports.save({ ...request, as }) };
    } catch (error) {
      return { kind: 'failed', failure: toFailure(error) };
    }
  }

  async function copy(): Promise<void> {
    if (state.value.phase !== 'editing') return;
    const post: Post | undefined = currentPost(state.value)?.post;
    if (!post) return;
    try {
      await ports.copy(post.text);
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
    path,
    announcement: announcement as ReadonlySignal<string>,
    copied: copied as ReadonlySignal<'no' | 'yes' | 'failed'>,
    isOnline,
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
    editMarkdown: (text: string) => update((editing) => editMarkdown(editing, text)),
    chooseScope: (scope: Scope) => update((editing) => change(editing, { scope })),
    choosePreset: (presetId: string) => update((editing) => change(editing, { presetId })),
    show: (view: BodyView) => update((editing) => ({ ...editing, view })),
  };
}
