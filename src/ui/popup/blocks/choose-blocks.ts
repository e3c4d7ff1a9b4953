import { composeStory } from '../../../core/blocks/compose-story.ts';
import { storyUnits, unitText } from '../../../core/blocks/story-units.ts';
import { collectImages, readText } from '../../../core/extract/story.ts';
import type { Article } from '../../../core/model/article.ts';
import { toFailure } from '../../../core/model/failure.ts';
import type { DroppedBlock } from '../../../core/model/page-blocks.ts';
import { lettersOf } from '../../../core/text/text-folding.ts';
import { loadCompletion } from '../../../platform/load-completion.ts';
import { parseInert } from '../../shared/parse-inert.ts';
import type { Choice, ChoiceStep, Chosen } from '../choice.ts';
import { articleOf, type Edit, pageArticleOf } from '../edit.ts';
import { change, type Editing } from '../model.ts';
import type { PopupStore } from '../store.ts';
import { reapplyEdits } from './reapply-edits.ts';

const NOTHING: Choice = { out: [], back: [], history: [] };

/** Writes a story's Markdown. Whoever chooses one block chooses others: it stays once it is loaded. */
let completion: ReturnType<typeof loadCompletion> | undefined;

/** The choice as it is now. */
export function choiceOf(store: PopupStore): Choice {
  const state = store.state.value;
  return (state.phase === 'editing' && state.choice) || NOTHING;
}

/** The HTML whose units the choice means: the page's as it was listed, else as it was clipped. */
export function baseHtml({ edit, choice }: Editing): string {
  return choice?.blocks && edit.scope === 'article' ? choice.blocks.html : pageArticleOf(edit).html;
}

/** Changes the choice, and nothing of the clip. */
export function setChoice(store: PopupStore, changes: Partial<Choice>): void {
  store.update((editing) => ({ ...editing, choice: { ...NOTHING, ...editing.choice, ...changes } }));
}

/** Asks the page for its blocks, once. */
export async function listBlocks(store: PopupStore): Promise<void> {
  if (choiceOf(store).blocks) return;
  try {
    const blocks = await (await store.blockPorts()).list();
    const state = store.state.value;
    if (state.phase !== 'editing') return;
    const { failure: _over, ...before } = choiceOf(store);
    const { html } = state.edit.articles.article;
    const out = html === blocks.html ? before.out : sameUnits(html, blocks.html, before.out);
    store.update((editing) => ({ ...editing, choice: { ...before, blocks, out } }));
    // The page has changed since the clip: the story is what it has now.
    if (html !== blocks.html && state.edit.scope === 'article') await choose(store, ({ back }) => ({ out, back }));
  } catch (error) {
    setChoice(store, { failure: toFailure(error) });
  }
}

/** Lets the user pick the story, or one more part of it, on the page. */
export async function pickOnPage(store: PopupStore, what: 'story' | 'part'): Promise<void> {
  try {
    await (await store.blockPorts()).pick(what);
  } catch (error) {
    setChoice(store, { failure: toFailure(error) });
  }
}

/** Indexes of units in another reading of the story, by their texts. */
function sameUnits(html: string, other: string, out: readonly number[]): number[] {
  const texts = storyUnits(parseInert(html)).map(unitText);
  const gone = new Set(out.map((index) => texts[index]));
  return storyUnits(parseInert(other)).flatMap((unit, index) => (gone.has(unitText(unit)) ? [index] : []));
}

/** @returns whether it was done, as `choose` does. */
export function takeOut(store: PopupStore, ...indexes: readonly number[]): Promise<boolean> {
  return choose(store, ({ out, back }) => ({ out: [...new Set([...out, ...indexes])], back }));
}

/** Takes a unit back in that the user took out. */
export function takeBackIn(store: PopupStore, ...indexes: readonly number[]): Promise<boolean> {
  return choose(store, ({ out, back }) => ({ out: out.filter((index) => !indexes.includes(index)), back }));
}

export function putBack(store: PopupStore, ...blocks: readonly DroppedBlock[]): Promise<boolean> {
  return choose(store, ({ out, back }) => ({ out, back: [...new Set([...back, ...blocks])] }));
}

/** Leaves blocks out again that the user has put back. */
export function leaveOut(store: PopupStore, ...blocks: readonly DroppedBlock[]): Promise<boolean> {
  const isLeft = (block: DroppedBlock): boolean => blocks.some((other) => isSameBlock(block, other));
  return choose(store, ({ out, back }) => ({ out, back: back.filter((block) => !isLeft(block)) }));
}

export function isSameBlock(one: DroppedBlock, other: DroppedBlock): boolean {
  return one.place === other.place && one.html === other.html;
}

/**
 * Makes the story as chosen; the user's own Markdown is kept where the change can be brought into it, else it is asked
 * about.
 *
 * @param next the choice, made of the one before it. Called once the code is loaded, so that two presses in a row both count.
 * @param isAllowed the user has agreed to lose the Markdown.
 * @returns whether the story is so now; false where it is asked about.
 */
export async function choose(store: PopupStore, next: (before: Chosen) => Chosen, isAllowed = false): Promise<boolean> {
  completion ??= loadCompletion().catch((error: unknown) => {
    completion = undefined;
    throw error;
  });
  const { toMarkdown } = await completion;
  const state = store.state.value;
  if (state.phase !== 'editing') return false;
  const chosen = next(choiceOf(store));
  const composed = compose(state, chosen, toMarkdown);
  const { scope } = state.edit;
  const written = isAllowed ? undefined : state.edit.markdown[scope];
  const before = articleOf(state.edit);
  const kept = written === undefined ? undefined : reapplyEdits(before.markdown, composed.article.markdown, written);
  if (written !== undefined && kept === undefined) {
    setChoice(store, { asking: chosen });
    return false;
  }
  store.update((editing) => {
    const { asking: _answered, rule: _old, ...choice } = editing.choice ?? NOTHING;
    const history = [...choice.history, stepOf(editing)];
    return withStep(
      { ...editing, choice: { ...choice, history } },
      {
        ...chosen,
        ...composed,
        ...(kept === undefined ? {} : { markdown: kept }),
      },
    );
  });
  return true;
}

/** Goes back by one choice; the Markdown is what it was before it. A choice whose code is still loading is made first. */
export async function undoChoice(store: PopupStore): Promise<void> {
  // Whoever chose hears of it where it cannot be loaded.
  await Promise.allSettled([completion]);
  store.update((editing) => {
    const { asking: _over, rule: _old, ...choice } = editing.choice ?? NOTHING;
    const step = choice.history.at(-1);
    if (!step) return editing;
    return withStep({ ...editing, choice: { ...choice, history: choice.history.slice(0, -1) } }, step);
  });
}

export function dismissQuestion(store: PopupStore): void {
  store.update((editing) => {
    const { asking: _dismissed, ...choice } = editing.choice ?? NOTHING;
    return { ...editing, choice };
  });
}

function stepOf({ edit, choice }: Editing): ChoiceStep {
  const { out, back, origins } = choice ?? NOTHING;
  const article = edit.chosen?.[edit.scope];
  const markdown = edit.markdown[edit.scope];
  return {
    out,
    back,
    ...(article ? { article } : {}),
    ...(markdown === undefined ? {} : { markdown }),
    ...(origins ? { origins } : {}),
  };
}

function withStep(editing: Editing, { out, back, article, markdown, origins }: ChoiceStep): Editing {
  const { scope } = editing.edit;
  const { [scope]: _before, ...otherStories } = editing.edit.chosen ?? {};
  const { [scope]: _text, ...otherTexts } = editing.edit.markdown;
  const edit: Partial<Edit> = {
    chosen: { ...otherStories, ...(article ? { [scope]: article } : {}) },
    markdown: { ...otherTexts, ...(markdown === undefined ? {} : { [scope]: markdown }) },
  };
  const { origins: _old, ...choice } = editing.choice ?? NOTHING;
  return { ...change(editing, edit), choice: { ...choice, out, back, ...(origins ? { origins } : {}) } };
}

type ToMarkdown = Awaited<ReturnType<typeof loadCompletion>>['toMarkdown'];

function compose(
  state: Editing,
  chosen: Chosen,
  toMarkdown: ToMarkdown,
): { readonly article: Article; readonly origins: NonNullable<Choice['origins']> } {
  const story = parseInert(baseHtml(state));
  const origins = composeStory(story, chosen, parseInert);
  const article: Article = {
    ...pageArticleOf(state.edit),
    html: story.innerHTML,
    text: readText(story),
    images: collectImages(story),
    markdown: toMarkdown(story),
  };
  return { article, origins };
}

/** The units of a story by their letters: where only one has them, its index. */
export function unitsByText(html: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, unit] of storyUnits(parseInert(html)).entries()) {
    const letters = lettersOf(unitText(unit));
    if (found.has(letters)) repeated.add(letters);
    found.set(letters, index);
  }
  for (const letters of repeated) found.delete(letters);
  return found;
}
