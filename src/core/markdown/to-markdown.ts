import type { Plugin } from 'turndown';
import { normalizeStory } from './normalize/normalize-story.ts';
import { TurndownConverter } from './turndown-converter.ts';

/** Options of `toMarkdown`. */
export interface MarkdownOptions {
  /**
   * Turndown plugins (`(service) => void`). A plugin sees the normalised tree: each element has one of the names in
   * `normalize/elements.ts`. Its rules take precedence over the built-in ones and return final Markdown.
   */
  readonly plugins?: readonly Plugin[];
}

const converter = new TurndownConverter();

/**
 * Returns a sanitised story as neutral GitHub-flavoured Markdown. "Neutral": valid in CommonMark and GFM, and written so
 * that `core/post` can turn it into a preset's dialect without parsing HTML. Does not change the story. Linear in the
 * number of nodes.
 *
 * Three steps: `normalizeStory` reduces the tree to the shapes that Markdown has, Turndown and the rules turn elements
 * into strings in which marks are still sentinels, and `writeInline` writes each line of text with both its neighbours
 * in view.
 */
export function toMarkdown(story: Element, { plugins = [] }: MarkdownOptions = {}): string {
  const chosen = plugins.length === 0 ? converter : new TurndownConverter(plugins);
  return chosen.convert(normalizeStory(story)).replace(/^\n+/, '').trimEnd();
}
