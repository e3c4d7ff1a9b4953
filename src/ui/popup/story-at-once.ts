import type { ArticleWarning } from '../../core/model/article.ts';
import { isRecord } from '../../core/model/is-record.ts';
import { sameDocument } from '../../core/text/same-document.ts';
import { bodyWarnings } from './body-warnings.ts';

/** What of a story is drawn before the editor is. */
export interface StoryAtOnce {
  readonly html: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Reads a story from what the page answered, for the popup's first script: the check of a whole answer is as large as that
 * script, and comes later. A selection comes first, as in `model.ts`.
 *
 * @param url of the page that was meant.
 * @returns nothing where the editor has something to say of it: a refusal, another page, a notice above the story.
 */
export function storyAtOnce(answer: unknown, url: string): StoryAtOnce | undefined {
  if (!isRecord(answer) || answer['ok'] !== true) return undefined;
  const { pageUrl, article, selection } = answer;
  if (typeof pageUrl !== 'string' || !sameDocument(pageUrl, url)) return undefined;
  const story = selection ?? article;
  if (!isRecord(story)) return undefined;
  const { html, direction, warnings } = story;
  const [title, language] = [story['title'], story['language']].map((field) => isRecord(field) && field['value']);
  if (typeof html !== 'string' || typeof title !== 'string' || typeof language !== 'string') return undefined;
  if (!Array.isArray(warnings) || bodyWarnings(warnings as ArticleWarning[]).length > 0) return undefined;
  return { html, title, language, direction: direction === 'rtl' ? 'rtl' : 'ltr' };
}
