import type { Picture } from '../../core/model/picture.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';

/** Keeps a picture of a clip's story. A clip that was deleted meanwhile keeps none. */
export function keepPicture(library: Library, clipId: string, url: string, { type, bytes }: Picture): Promise<void> {
  return library.use((database) =>
    transact(database, ['clips', 'pictures'], async (transaction) => {
      if (!(await transaction.objectStore('clips').get(clipId))) return;
      await transaction.objectStore('pictures').put({ clipId, url, type, bytes: new Blob([bytes]) });
    }),
  );
}

/** The pictures of a clip that are kept, by their addresses. */
export async function keptPictures(library: Library, clipId: string): Promise<Map<string, Picture>> {
  const range = IDBKeyRange.bound([clipId], [clipId, []]);
  const rows = await library.use((database) => database.getAll('pictures', range));
  const pictures = new Map<string, Picture>();
  for (const { url, type, bytes } of rows)
    pictures.set(url, { type, bytes: new Uint8Array(await bytes.arrayBuffer()) });
  return pictures;
}
