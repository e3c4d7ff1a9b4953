import type { Signal } from '@preact/signals';
import { toFailure } from '../../core/model/failure.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { Translator } from '../../i18n/translator.ts';
import { pageArticleOf, type TextField } from './edit.ts';
import {
  basisOfEdit,
  clipToUpdate,
  draftOfEdit,
  type Editing,
  faultyFields,
  type PopupState,
  receiveSaved,
  type Saving,
} from './model.ts';
import type { PlaceChoice } from './place-choice.ts';
import type { PopupPorts, SaveRequest } from './ports.ts';
import type { PostPlan } from './post-plan.ts';

interface SavingDeps {
  readonly state: Signal<PopupState>;
  /** Changes the clip; does nothing before there is one. */
  readonly update: (transition: (editing: Editing) => Editing) => void;
  readonly plan: PostPlan;
  readonly places: Pick<PlaceChoice, 'picked'>;
  readonly ports: PopupPorts;
  /** Unix milliseconds. */
  readonly clippedAt: number;
  readonly presetOf: (id: string) => Preset;
  readonly announcement: Signal<string>;
  readonly copied: Signal<'no' | 'yes' | 'failed'>;
  readonly translator: Pick<Translator, 't'>;
}

type SaveManner = Pick<SaveRequest, 'as' | 'basis' | 'renewing' | 'requestSites'>;

type PostRequest = Omit<SaveRequest, keyof SaveManner>;

/** What takes a post out of the popup: save and copy. */
export function createSaving(deps: SavingDeps) {
  const { state, update, plan, places, ports, clippedAt, presetOf, announcement, copied, translator } = deps;

  async function currentRequest({ edit }: Editing, preset = presetOf(edit.presetId)): Promise<PostRequest> {
    const draft = draftOfEdit(edit, clippedAt);
    const isRewritten = preset.body === 'html' && edit.markdown[edit.scope] !== undefined;
    const whole = isRewritten ? { ...draft, html: await htmlOf(draft.markdown) } : draft;
    const picked = places.picked();
    const post = { article: pageArticleOf(edit), part: edit.scope, draft: whole, preset };
    return picked ? { ...post, targetIds: picked } : post;
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
    const renewing = ports.renewGrant();
    const asksForSites = plan.picturesFrom.value.length > 0;
    const asking = asksForSites && { requestSites: ports.beginRequestSites(plan.picturesToFetch()) };
    state.value = { ...now, saving: { kind: 'busy' } };
    const clipId = clipToUpdate(now);
    const own = { as: clipId === undefined ? 'same-story' : { clipId }, basis: basisOfEdit(now, clippedAt) } as const;
    const how = as === undefined ? own : { as };
    const saving = await attempt(now, { ...how, renewing, ...asking });
    update((editing) =>
      saving.kind === 'done'
        ? receiveSaved(editing, now.edit.scope, saving.clip, draftOfEdit(now.edit, clippedAt))
        : { ...editing, saving },
    );
    if (saving.kind === 'done') {
      announcement.value = saving.clip.waiting
        ? translator.t('keptNotWritten')
        : translator.t('savedAs', saving.clip.path);
      ports.markClipped(ports.now());
    }
    return undefined;
  }

  /** Hands the clip over before anything else is waited for: the popup may close in the moment of the press. */
  function attempt(now: Editing, how: SaveManner): Promise<Saving> {
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
      announcement.value = translator.t('copied');
    } catch (error) {
      console.warn('The clipboard refused the post.', error);
      copied.value = 'failed';
    }
  }

  return { save, copy };
}

function failed(error: unknown): Saving {
  return { kind: 'failed', failure: toFailure(error) };
}

/** For presets with an HTML body, of a text that the user has rewritten as Markdown. */
async function htmlOf(markdown: string): Promise<string> {
  const { storyHtml } = await import('../shared/render-story.ts');
  return storyHtml(markdown);
}
