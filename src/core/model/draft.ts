import type { Article, ArticleImage, Published } from './article.ts';
import type { Highlight } from './highlight.ts';

/** What the user sees and may change before saving; everything a post is written from. Plain JSON. */
export interface Draft {
  readonly title: string;
  readonly authors: readonly string[];
  /** Absent: unknown; the post then carries the time of clipping. */
  readonly published?: Published;
  readonly url: string;
  readonly siteName: string;
  readonly language: string;
  readonly description: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly leadImage?: string;
  readonly images: readonly ArticleImage[];
  /** Neutral Markdown, as `toMarkdown` or the user's edit left it. */
  readonly markdown: string;
  /** Sanitised HTML, for presets with an HTML body. */
  readonly html: string;
  /** What the user marked in the story, in the order of marking. */
  readonly highlights?: readonly Highlight[];
  /** When the button was pressed, in Unix milliseconds. */
  readonly clippedAt: number;
  /** Minutes east of UTC of the user's clock then. */
  readonly clippedOffset: number;
}

/**
 * The draft that a fresh clip starts from: the site's name is its tag and category (post format).
 *
 * @param clippedAt Unix milliseconds
 * @param clippedOffset minutes east of UTC on the user's clock, `-new Date(clippedAt).getTimezoneOffset()`
 */
export function draftOf(article: Article, clippedAt: number, clippedOffset = 0): Draft {
  const siteName = article.siteName.value;
  const labels = siteName === '' ? [] : [siteName];
  return {
    title: article.title.value,
    authors: article.authors.value,
    ...(article.published ? { published: article.published } : {}),
    url: article.url,
    siteName,
    language: article.language.value,
    description: article.description.value,
    section: article.section.value,
    tags: labels,
    categories: labels,
    ...(article.leadImage ? { leadImage: article.leadImage.value } : {}),
    images: article.images,
    markdown: article.markdown,
    html: article.html,
    clippedAt,
    clippedOffset,
  };
}
