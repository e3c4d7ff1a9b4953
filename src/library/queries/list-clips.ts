import type { Clip } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import { readableClip, readableDelivery, readableTrashed } from '../model/stored-rows.ts';
import type { TrashedClip } from '../model/trashed-clip.ts';
import type { Library } from '../store/database.ts';

/** All clips, in no order. Damaged ones are marked. */
export async function listClips(library: Library): Promise<Clip[]> {
  return (await library.use((database) => database.getAll('clips'))).map(readableClip);
}

/** The deliveries of all clips. */
export async function listDeliveries(library: Library): Promise<Delivery[]> {
  return (await library.use((database) => database.getAll('deliveries'))).map(readableDelivery);
}

/** What a list knows of one clip. */
export interface ListedClip {
  readonly id: string;
  /** Absent where it is deleted for good. */
  readonly clip?: Clip;
  /** Where it is in the trash. */
  readonly trashed?: TrashedClip;
  readonly deliveries: readonly Delivery[];
  readonly text: string;
}

/** The same of some clips, as they are now. What weighs of them is not read. */
export function readListed(library: Library, ids: readonly string[]): Promise<ListedClip[]> {
  return library.use((database) => {
    const transaction = database.transaction(['clips', 'trash', 'deliveries', 'texts']);
    return Promise.all(
      ids.map(async (id): Promise<ListedClip> => {
        const [clip, trashed, deliveries, text] = await Promise.all([
          transaction.objectStore('clips').get(id),
          transaction.objectStore('trash').get(id),
          transaction.objectStore('deliveries').getAll(IDBKeyRange.bound([id], [id, []])),
          transaction.objectStore('texts').get(id),
        ]);
        return {
          id,
          ...(clip ? { clip: readableClip(clip) } : {}),
          ...(trashed && !clip ? { trashed: readableTrashed(trashed) } : {}),
          deliveries: deliveries.map(readableDelivery),
          text: textOfRow(text),
        };
      }),
    );
  });
}

/** The running texts of clips in the order of their ids, some at a time. @param after the last id of the time before. */
export async function nextTexts(library: Library, after: string, most: number) {
  const range = IDBKeyRange.lowerBound(after, true);
  const rows = await library.use((database) => database.getAll('texts', range, most));
  return rows.map((row) => ({ clipId: row.clipId, text: textOfRow(row) }));
}

/** A clip's running text; empty where there is none. */
export async function textOfClip(library: Library, id: string): Promise<string> {
  return textOfRow(await library.use((database) => database.get('texts', id)));
}

function textOfRow(row: { readonly text: unknown } | undefined): string {
  return typeof row?.text === 'string' ? row.text : '';
}
