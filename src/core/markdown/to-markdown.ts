import TurndownService from 'turndown';

/**
 * Neutral GitHub-flavoured Markdown of a sanitised story. "Neutral": right in CommonMark + GFM, and written so that
 * `core/post` can turn it into a preset's dialect without parsing HTML.
 */
export function toMarkdown(root: HTMLElement): string {
  const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' });
  return service.turndown(root);
}
