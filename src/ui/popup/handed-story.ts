import type { HandedStory } from '../../app/handed-story.ts';
import { articleOf } from './edit.ts';
import type { Editing } from './model.ts';

/** The story as the user has it now, for the reader view: with the typed fields, the chosen blocks, the written text. */
export function handedStory({ edit }: Editing): HandedStory {
  const article = articleOf(edit);
  const { html, siteName, url, language, direction } = article;
  const written = edit.markdown[edit.scope];
  return {
    title: edit.title,
    sourceTitle: edit.articles.article.title.value,
    authors: edit.authors,
    date: edit.date,
    siteName: siteName.value,
    url,
    language: language.value,
    direction,
    story: written === undefined ? { html } : { markdown: written },
  };
}
