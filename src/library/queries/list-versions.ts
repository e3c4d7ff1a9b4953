import type { Draft } from '../../core/model/draft.ts';
import type { Clip } from '../model/clip.ts';
import type { Library } from '../store/database.ts';

/** An earlier version of a clip, made whole. */
export interface WholeVersion {
  readonly clip: Clip;
  readonly source: Draft;
  readonly edits: Partial<Draft>;
  readonly text: string;
  /** Unix milliseconds. */
  readonly replacedAt: number;
  /** Characters that the library keeps for it. */
  readonly size: number;
}

/** The earlier versions of a clip that are kept, the last one first. */
export function listVersions(library: Library, clipId: string): Promise<WholeVersion[]> {
  return library.use(async (database) => {
    const [rows, content, kept] = await Promise.all([
      database.getAll('versions', IDBKeyRange.bound([clipId], [clipId, []])),
      database.get('contents', clipId),
      database.get('texts', clipId),
    ]);
    if (!content) return [];
    let { source } = content;
    let text = kept?.text ?? '';
    // From the last one back: what a row leaves out is as in the one after it.
    return rows.toReversed().map((row): WholeVersion => {
      source = row.source ?? source;
      text = row.text ?? text;
      return { clip: row.clip, source, edits: row.edits, text, replacedAt: row.replacedAt, size: row.size };
    });
  });
}
