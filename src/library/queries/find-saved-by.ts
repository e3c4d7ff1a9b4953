import type { Clip } from '../model/clip.ts';
import { readableClip } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';

/**
 * The clip that a save led to, also where it is in the trash by now.
 *
 * @param saveId see `SaveRequest.saveId`; of a new clip it is the id too.
 * @param urlKey the identity of the story that was saved.
 */
export function findSavedBy(library: Library, saveId: string, urlKey: string): Promise<Clip | undefined> {
  return library.use(async (database) => {
    const [clip, trashed, others] = await Promise.all([
      database.get('clips', saveId),
      database.get('trash', saveId),
      database.getAllFromIndex('clips', 'urlKey', urlKey),
    ]);
    const found = clip ?? trashed?.clip ?? others.find((other) => other.saveId === saveId);
    return found && readableClip(found);
  });
}
