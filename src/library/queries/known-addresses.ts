import { urlKeyOf } from '../model/identity.ts';
import type { Library } from '../store/database.ts';

/** Which of these addresses name stories that the library or a connected folder has. Any address of a story will do. */
export function knownAddresses(library: Library, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  return library.use(async (database) => {
    const transaction = database.transaction(['clips', 'folderFiles']);
    const clips = transaction.objectStore('clips').index('urlKey');
    const files = transaction.objectStore('folderFiles').index('urlKey');
    const found = await Promise.all(
      addresses.map(async (address) => {
        const key = urlKeyOf(address);
        return (await clips.getKey(key)) !== undefined || (await files.getKey(key)) !== undefined;
      }),
    );
    return new Set(addresses.filter((_, n) => found[n]));
  });
}
