import type { Article } from '../../core/model/article.ts';
import type { ClipContent } from '../model/clip.ts';
import { plainText } from '../posts/plain-text.ts';
import { compareTexts, type ParagraphChange } from './compare-texts.ts';

/**
 * What changed at the source since a clip was kept. Where the user has rewritten the body, the kept text is the user's:
 * then the page's earlier content is compared with its current content.
 */
export function sourceChanges(content: ClipContent, keptText: string, article: Article): ParagraphChange[] {
  if (content.edits.markdown === undefined) return compareTexts(keptText, article.text);
  return compareTexts(plainText(content.source.markdown), plainText(article.markdown));
}
