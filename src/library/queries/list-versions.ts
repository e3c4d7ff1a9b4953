import { type WholeVersion, wholeVersions } from '../model/earlier-version.ts';
import type { Library } from '../store/database.ts';

/** Returns the earlier versions of a clip that are kept, the last one first. */
export function listVersions(library: Library, clipId: string): Promise<WholeVersion[]> {
  return library.use(async (database) => {
    const [rows, content, kept] = await Promise.all([
      database.getAll('versions', IDBKeyRange.bound([clipId], [clipId, []])),
      database.get('contents', clipId),
      database.get('texts', clipId),
    ]);
    return content ? wholeVersions(rows.toReversed(), { source: content.source, text: kept?.text ?? '' }) : [];
  });
}
