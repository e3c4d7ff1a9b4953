import type { Article } from './article.ts';
import type { MetadataFields } from './extract/metadata/metadata.ts';
import { sanitise } from './extract/sanitise.ts';
import { collectImages, readText } from './extract/story.ts';
import { toMarkdown } from './markdown/to-markdown.ts';

/** The `Article` of what was taken out of the page as its story. The story is sanitised in place. */
export function articleOfStory(
  root: Element,
  { fields, trace, warnings }: { fields: MetadataFields } & Pick<Article, 'trace' | 'warnings'>,
): Article {
  sanitise(root);
  return {
    ...fields,
    html: root.innerHTML,
    markdown: toMarkdown(root),
    text: readText(root),
    images: collectImages(root),
    trace,
    warnings,
  };
}
