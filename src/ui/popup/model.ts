import { freshDraft } from '../../app/fresh-draft.ts';
import type { Article } from '../../core/model/article.ts';
import type { ClipAnswer, PageAnswer } from '../../core/model/clip-answer.ts';
import { type Draft, draftOf } from '../../core/model/draft.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { PagesProgress } from '../../core/pages/read-pages.ts';
import type { DraftBasis } from '../../library/model/rebase-draft.ts';
import { dateText, readDate } from '../shared/date-field.ts';
import { authorsText, readAuthors, readSource, readTag, sourceText } from '../shared/text-fields.ts';
import type { Choice } from './choice.ts';
import { articleOf, type Edit, markdownOf, type Scope, type TextField } from './edit.ts';
import type { FurtherPages } from './further-pages.ts';
import type { EarlierClip, Known, SavedClip, TabPage } from './ports.ts';
import { applyEdits, diffEdits, type Edits, isSameStory } from './typed.ts';

export type BodyView = 'preview' | 'markdown' | 'blocks' | 'changes';

export type Saving =
  | { readonly kind: 'no' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly clip: SavedClip }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A clip that was saved from this popup. */
interface KeptClip {
  readonly id: string;
  /** As it was handed over. */
  readonly draft: Draft;
}

export interface Editing {
  readonly phase: 'editing';
  readonly page: TabPage;
  readonly edit: Edit;
  /** The value before anything was typed: the page's fields, and what the user made of the story before. */
  readonly original: Edit;
  /** Holds what was typed in an earlier popup and not saved. */
  readonly isRestored: boolean;
  readonly view: BodyView;
  /** The blocks that the user takes out and puts back. */
  readonly choice?: Choice;
  /** The story, or a part of it, is what the user picked on the page. */
  readonly picked?: 'story' | 'part';
  /** The story has further pages. */
  readonly pages?: FurtherPages;
  readonly saving: Saving;
  /** What the library knows of the story; nothing until it has answered. */
  readonly known?: Known;
  /** The clips that were saved from this popup, by what of the page they hold: Save updates them. */
  readonly kept: { readonly [S in Scope]?: KeptClip };
  /** Fields whose faults are shown: those that the user has left, or all after a refused Save. */
  readonly checked: readonly TextField[];
}

/** A story as extracted from the page, before its dates and authors are read and its Markdown is written. */
export type ShownStory = Omit<Article, 'markdown' | 'published' | 'modified' | 'authors'>;

export type PopupState =
  | {
      readonly phase: 'reading';
      readonly page: TabPage;
      readonly saveWhenRead: boolean;
      /** The page has answered, and its story is on the screen: the dates and the Markdown are still to come. */
      readonly story?: ShownStory;
      /** How much of the page's own work is done, 0 to 1; absent before it has taken long. */
      readonly share?: number;
      /** How far its further pages are read. */
      readonly pages?: PagesProgress;
    }
  | { readonly phase: 'refused'; readonly page: TabPage; readonly failure: Failure }
  | Editing;

export function startReading(page: TabPage): Extract<PopupState, { readonly phase: 'reading' }> {
  return { phase: 'reading', page, saveWhenRead: false };
}

/**
 * What of an answer is shown. A selection comes first, as in `receiveAnswer`. What dates and authors are read from is as
 * long as the story: no view may keep it.
 */
export function shownStory({ selection, article }: Extract<PageAnswer, { readonly ok: true }>): ShownStory {
  const { dates: _dates, authors: _authors, undecided: _undecided, ...story } = selection ?? article;
  return story;
}

/** The page's own part of the answer is there: the story can be read. */
export function showStory(state: PopupState, answer: PageAnswer): PopupState {
  if (state.phase !== 'reading' || !answer.ok) return state;
  return { ...state, story: shownStory(answer) };
}

/** The page has answered. A selection comes first: who selects text means that text. */
export function receiveAnswer(
  state: PopupState,
  answer: ClipAnswer,
  presetId: string,
  siteTags: readonly string[] = [],
): PopupState {
  if (!answer.ok) return { phase: 'refused', page: state.page, failure: answer.failure };
  const { article, selection, picked } = answer;
  const edit: Edit = {
    articles: selection ? { article, selection } : { article },
    scope: selection ? 'selection' : 'article',
    title: article.title.value,
    authors: authorsText(article.authors.value, article.language.value),
    date: dateText(article.published),
    source: sourceText(article.url),
    tags: [...new Set([...draftOf(article, 0).tags, ...siteTags])],
    markdown: {},
    presetId,
  };
  return {
    phase: 'editing',
    page: state.page,
    edit,
    original: edit,
    isRestored: false,
    view: 'preview',
    saving: { kind: 'no' },
    kept: {},
    checked: [],
    ...(picked ? { picked } : {}),
  };
}

/**
 * The library has answered. What the user made of the story then is laid over what the page says now, and what was
 * typed since over that.
 */
export function receiveKnown(state: Editing, known: Known): Editing {
  if (!known.clip) return { ...state, known };
  const original = layOver(state.original, known.clip, state.picked !== undefined);
  const typed = diffEdits(state.edit, state.original, state.choice);
  const scoped = { ...original, scope: state.edit.scope };
  const edit = typed ? applyEdits(scoped, typed) : scoped;
  return { ...state, known, original, edit, isRestored: state.isRestored && diffEdits(edit, original) !== undefined };
}

/** What was typed in an earlier popup and not saved is back. */
export function restoreEdits(state: Editing, typed: Edits): Editing {
  const edit = applyEdits(state.edit, typed);
  if (!diffEdits(edit, state.original)) return state;
  const { chosen } = typed;
  const choice = chosen && isSameStory(edit, chosen) ? { out: chosen.out, back: chosen.back, history: [] } : undefined;
  return { ...state, edit, isRestored: true, ...(choice ? { choice } : {}) };
}

/** Everything that was typed is given up. */
export function discardEdits(state: Editing): Editing {
  const { choice: _given, ...rest } = state;
  return { ...rest, edit: { ...state.original, scope: state.edit.scope }, isRestored: false };
}

/** @param isPicked the text is what the user has just picked on the page; the earlier one stays in the clip's versions. */
function layOver(edit: Edit, { draft }: EarlierClip, isPicked: boolean): Edit {
  const { article } = edit.articles;
  return {
    ...edit,
    title: draft.title,
    authors: authorsText(draft.authors, article.language.value),
    date: dateText(draft.published),
    source: sourceText(draft.url),
    tags: draft.tags,
    markdown: isPicked || draft.markdown === article.markdown ? {} : { article: draft.markdown },
  };
}

/** A change to the clip: the saved clip differs from the shown one. */
export function change(state: Editing, edit: Partial<Edit>): Editing {
  const saving: Saving = state.saving.kind === 'busy' ? state.saving : { kind: 'no' };
  return { ...state, edit: { ...state.edit, ...edit }, saving };
}

export function addTag(state: Editing, typed: string): Editing {
  const tag = readTag(typed);
  const { tags } = state.edit;
  return tag === '' || tags.includes(tag) ? state : change(state, { tags: [...tags, tag] });
}

export function removeTag(state: Editing, tag: string): Editing {
  return change(state, { tags: state.edit.tags.filter((other) => other !== tag) });
}

/** Between the names of a section's path: `即时 · 中国`, `World > Asia`. */
const SECTION_SEPARATORS = /[·>»›|/]/;

/** The clip that Save makes a new version of: this story's, or this selection's. Nothing: Save makes a new clip. */
export function clipToUpdate(editing: Editing): string | undefined {
  return editing.kept[editing.edit.scope]?.id ?? knownClip(editing)?.id;
}

function knownClip({ edit: { scope }, known }: Editing): EarlierClip | undefined {
  return scope === 'selection' ? known?.selection : known?.clip;
}

/** What the draft that Save hands over began as: as it was saved from this popup, else as it was first shown. */
export function basisOfEdit(editing: Editing, clippedAt: number): DraftBasis {
  const { edit, kept, original, picked } = editing;
  const saved = kept[edit.scope];
  if (saved) return { shown: saved.draft, kept: saved.draft };
  const shown = draftOfEdit({ ...original, scope: edit.scope }, clippedAt);
  // A text that the user picked on the page is the user's own change, though nothing was typed.
  return { shown: picked ? { ...shown, markdown: '' } : shown, kept: knownClip(editing)?.draft ?? shown };
}

/** A save has succeeded: the clip is what the same Save updates next. */
export function receiveSaved(state: Editing, scope: Scope, clip: SavedClip, draft: Draft): Editing {
  return { ...state, saving: { kind: 'done', clip }, kept: { ...state.kept, [scope]: { id: clip.id, draft } } };
}

/** What is not a tag yet: the page's own keywords, the section's names, then the user's tags of earlier clips. */
export function suggestedTags({ edit: { articles, tags }, known }: Editing): readonly string[] {
  const { keywords, section } = articles.article;
  const words = [...keywords.value, ...section.value.split(SECTION_SEPARATORS), ...(known?.tags ?? [])];
  const offered = words.map(readTag).filter((tag) => tag !== '');
  return [...new Set(offered)].filter((tag) => !tags.includes(tag));
}

export function editMarkdown(state: Editing, text: string): Editing {
  return change(state, { markdown: { ...state.edit.markdown, [state.edit.scope]: text } });
}

/** Fields that cannot be saved as they are typed. */
export function faultyFields({ articles, date, source }: Edit): readonly TextField[] {
  const faults: TextField[] = [];
  if (readDate(date, articles.article.published) === 'invalid') faults.push('date');
  if (readSource(source, articles.article.url) === undefined) faults.push('source');
  return faults;
}

/** Returns the draft to save. A faulty field keeps the page's value, so that the preview goes on. */
export function draftOfEdit(edit: Edit, clippedAt: number): Draft {
  const article = articleOf(edit);
  const whole = edit.articles.article;
  const { published: _published, ...draft } = freshDraft(article, clippedAt);
  const typed = readDate(edit.date, whole.published);
  const published = typed === 'invalid' ? whole.published : typed;
  return {
    ...draft,
    title: edit.title.replace(/\s*\n\s*/g, ' ').trim(),
    authors: readAuthors(edit.authors, whole.authors.value, whole.language.value),
    ...(published ? { published } : {}),
    url: readSource(edit.source, whole.url) ?? whole.url,
    tags: edit.tags,
    markdown: markdownOf(edit),
  };
}
