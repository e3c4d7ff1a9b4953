import { readableTrashed } from '../model/stored-rows.ts';
import type { TrashedClip } from '../model/trashed-clip.ts';
import type { Library } from '../store/database.ts';

/** The deleted clips, the one deleted last first. */
export async function listTrash(library: Library): Promise<TrashedClip[]> {
  const trashed = (await library.use((database) => database.getAll('trash'))).map(readableTrashed);
  return trashed.sort((a, b) => b.deletedAt - a.deletedAt || (a.id < b.id ? -1 : 1));
}
