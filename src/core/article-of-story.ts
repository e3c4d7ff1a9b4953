import { mendTables } from './extract/mend-tables.ts';
import { sanitise } from './extract/sanitise.ts';
import { collectImages, readText } from './extract/story.ts';
import type { MetadataFields } from './metadata/metadata.ts';
import type { ExtractedArticle } from './model/article.ts';

export interface ClippedStory {
  readonly article: ExtractedArticle;
  /** The tree of the article's HTML, for its Markdown. */
  readonly story: Element;
}

/** The article of what was taken out of the page as its story. The story is sanitised and mended in place. */
export function articleOfStory(
  root: Element,
  { fields, ...rest }: { fields: MetadataFields } & Pick<ExtractedArticle, 'trace' | 'warnings' | 'undecided'>,
): ClippedStory {
  return { article: { ...fields, ...contentOf(root), ...rest }, story: root };
}

/** What an article holds of its story's tree, which is sanitised and mended in place. */
export function contentOf(root: Element): Pick<ExtractedArticle, 'html' | 'text' | 'images'> {
  sanitise(root);
  mendTables(root);
  return { html: root.innerHTML, text: readText(root), images: collectImages(root) };
}
