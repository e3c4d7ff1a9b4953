import { mendTables } from './extract/mend-tables.ts';
import { sanitise } from './extract/sanitise.ts';
import { collectImages, readText } from './extract/story.ts';
import type { MetadataFields } from './metadata/metadata.ts';
import type { Article, ExtractedArticle } from './model/article.ts';

export interface ClippedStory {
  readonly article: ExtractedArticle;
  /** The tree of the article's HTML, for its Markdown. */
  readonly story: Element;
}

/** The article of what was taken out of the page as its story. The story is sanitised and mended in place. */
export function articleOfStory(
  root: Element,
  { fields, trace, warnings }: { fields: MetadataFields } & Pick<Article, 'trace' | 'warnings'>,
): ClippedStory {
  return { article: { ...fields, ...contentOf(root), trace, warnings }, story: root };
}

/** What an article holds of its story's tree, which is sanitised and mended in place. */
export function contentOf(root: Element): Pick<Article, 'html' | 'text' | 'images'> {
  sanitise(root);
  mendTables(root);
  return { html: root.innerHTML, text: readText(root), images: collectImages(root) };
}
