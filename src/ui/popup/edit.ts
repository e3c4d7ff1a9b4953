import type { Article } from '../../core/model/article.ts';

export type Scope = 'selection' | 'article';
export type TextField = 'title' | 'authors' | 'date' | 'source';

/** The clip in the user's hands: what was read, and what was typed over it. Fields hold text as typed. */
export interface Edit extends Readonly<Record<TextField, string>> {
  readonly articles: { readonly article: Article; readonly selection?: Article };
  readonly scope: Scope;
  readonly tags: readonly string[];
  /** The story with blocks taken out or put back; absent where it is the page's own. */
  readonly chosen?: { readonly [S in Scope]?: Article };
  /** The user's own Markdown; absent where the page's is original. */
  readonly markdown: { readonly [S in Scope]?: string };
  readonly presetId: string;
}

/** The article that is clipped: the selection's body, or the whole, with the blocks that the user chose. */
export function articleOf(edit: Edit): Article {
  return edit.chosen?.[edit.scope] ?? pageArticleOf(edit);
}

/** The same as the page has it. */
export function pageArticleOf({ articles, scope }: Edit): Article {
  return (scope === 'selection' ? articles.selection : undefined) ?? articles.article;
}

export function markdownOf(edit: Edit): string {
  return edit.markdown[edit.scope] ?? articleOf(edit).markdown;
}
