import { escapeMarkdown, linkDestination } from './escape-markdown.ts';

/**
 * The heading that opens a post: a link to the story, underlined (post format). A title with `|` becomes a `##` heading:
 * over an underline some programs read it as a table.
 *
 * @param title one line of plain text
 * @param url the story's address; anything but http(s) makes a heading without a link
 * @param mayUnderline false where nothing sets the post's keys off: a program could take the underline for their end
 */
export function headline(title: string, url: string, mayUnderline = true): string {
  const text = escapeMarkdown(title);
  const heading = /^https?:\/\//i.test(url) ? `[${text}](${linkDestination(url)})` : text;
  const isUnderlinable = mayUnderline && heading.startsWith('[') && !title.includes('|');
  return isUnderlinable ? `${heading}\n------` : `## ${heading}`;
}
