import type { Edit } from './edit.ts';

/** What the user typed or chose over what stood there: the fields that differ. Plain JSON, so that it can be kept. */
export interface Edits extends Partial<Pick<Edit, 'title' | 'authors' | 'date' | 'source' | 'tags' | 'presetId'>> {
  /** The user's own text of the whole article. */
  readonly article?: string;
  /** The user's own text of a selection, and what was selected: it belongs to nothing else. */
  readonly selection?: { readonly selected: string; readonly text: string };
}

/** What of an edit differs from what stood there at first. Absent: nothing. */
export function diffEdits(edit: Edit, base: Edit): Edits | undefined {
  const { article, selection } = edit.markdown;
  const selected = edit.articles.selection?.markdown;
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
    ...(selection === undefined || selected === undefined ? {} : { selection: { selected, text: selection } }),
  };
  return Object.keys(typed).length === 0 ? undefined : typed;
}

/** An edit with what was typed laid over it. */
export function applyEdits(edit: Edit, { article, selection, ...fields }: Edits): Edit {
  const isSelected = selection?.selected === edit.articles.selection?.markdown;
  const markdown = {
    ...edit.markdown,
    ...(article === undefined ? {} : { article }),
    ...(selection && isSelected ? { selection: selection.text } : {}),
  };
  return { ...edit, ...fields, markdown };
}
