import type { Article } from '../../core/model/article.ts';
import { type Draft, draftOf } from '../../core/model/draft.ts';
import type { Clip } from '../model/clip.ts';
import type { ParagraphChange } from '../queries/compare-texts.ts';
import { sourceChanges } from '../queries/source-changes.ts';
import type { Library } from '../store/database.ts';

/** What pressing Update would do to a clip. */
export interface Update {
  readonly clip: Clip;
  /** The story as the page has it now, with the user's own tags, words and edits kept. */
  readonly draft: Draft;
  /** From the text that was kept to the text of now. */
  readonly changes: readonly ParagraphChange[];
}

/**
 * Lays a fresh clip of a story over the one that was kept. What the user edited stays as the user left it, the body
 * too; the time of clipping stays the first one, and with it the name of a post without a date.
 *
 * @returns nothing where the clip has been deleted.
 */
export function prepareUpdate(library: Library, clipId: string, article: Article): Promise<Update | undefined> {
  return library.use(async (database) => {
    const [clip, content, kept] = await Promise.all([
      database.get('clips', clipId),
      database.get('contents', clipId),
      database.get('texts', clipId),
    ]);
    if (!clip || !content) return undefined;
    const draft = { ...draftOf(article, content.source.clippedAt, content.source.clippedOffset), ...content.edits };
    return { clip, draft, changes: sourceChanges(content, kept?.text ?? '', article) };
  });
}
