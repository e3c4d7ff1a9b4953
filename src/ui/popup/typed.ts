import type { Article } from '../../core/model/article.ts';
import type { Chosen } from './choice.ts';
import type { Edit } from './edit.ts';

/** The whole story with blocks taken out or put back. */
export interface ChosenStory extends Chosen, Pick<Article, 'html' | 'markdown' | 'text' | 'images'> {
  /** Tells the page's own HTML, to which the choice refers. */
  readonly base: string;
}

/** What the user typed or chose over what stood there: the fields that differ. Plain JSON, so that it can be kept. */
export interface Edits extends Partial<Pick<Edit, 'title' | 'authors' | 'date' | 'source' | 'tags' | 'presetId'>> {
  /** The user's own text of the whole article. */
  readonly article?: string;
  readonly chosen?: ChosenStory;
  /** The user's own text of a selection, and what was selected: it belongs to nothing else. */
  readonly selection?: { readonly selected: string; readonly text: string };
}

/**
 * What of an edit differs from what stood there at first. Absent: nothing.
 *
 * @param choice of the blocks of the whole story.
 */
export function diffEdits(edit: Edit, base: Edit, choice?: Chosen): Edits | undefined {
  const { article, selection } = edit.markdown;
  const selected = edit.articles.selection?.markdown;
  const chosen = edit.chosen?.article;
  const typed: Edits = {
    ...(edit.title === base.title ? {} : { title: edit.title }),
    ...(edit.authors === base.authors ? {} : { authors: edit.authors }),
    ...(edit.date === base.date ? {} : { date: edit.date }),
    ...(edit.source === base.source ? {} : { source: edit.source }),
    ...(edit.presetId === base.presetId ? {} : { presetId: edit.presetId }),
    ...(edit.tags.join('\n') === base.tags.join('\n') ? {} : { tags: edit.tags }),
    ...(article === undefined || article === (base.markdown.article ?? base.articles.article.markdown)
      ? {}
      : { article }),
    ...(chosen ? { chosen: chosenStory(chosen, edit, choice) } : {}),
    ...(selection === undefined || selected === undefined ? {} : { selection: { selected, text: selection } }),
  };
  return Object.keys(typed).length === 0 ? undefined : typed;
}

function chosenStory(chosen: Article, { articles }: Edit, { out, back }: Chosen = { out: [], back: [] }): ChosenStory {
  const { html, markdown, text, images } = chosen;
  return { base: signOf(articles.article), out, back, html, markdown, text, images };
}

/** An edit with what was typed laid over it. A choice of blocks of a page that has changed since stays as its Markdown. */
export function applyEdits(edit: Edit, { article: written, selection, chosen, ...fields }: Edits): Edit {
  const isBased = chosen !== undefined && isSameStory(edit, chosen);
  const article = written ?? (isBased ? undefined : chosen?.markdown);
  const isSelected = selection?.selected === edit.articles.selection?.markdown;
  const markdown = {
    ...edit.markdown,
    ...(article === undefined ? {} : { article }),
    ...(selection && isSelected ? { selection: selection.text } : {}),
  };
  if (!isBased) return { ...edit, ...fields, markdown };
  const { html, markdown: chosenMarkdown, text, images } = chosen;
  const story = { ...edit.articles.article, html, markdown: chosenMarkdown, text, images };
  return { ...edit, ...fields, markdown, chosen: { ...edit.chosen, article: story } };
}

/** Whether a choice that was made earlier is of the story that the page has now. */
export function isSameStory({ articles }: Edit, { base }: ChosenStory): boolean {
  return base === signOf(articles.article);
}

const SIGN_LENGTH = 200;

/** Tells an article's HTML from what the page has at another time: by its length, its beginning and its end. */
function signOf({ html }: Article): string {
  return `${html.length} ${html.slice(0, SIGN_LENGTH)} ${html.slice(-SIGN_LENGTH)}`;
}
