import type { Clip } from '../model/clip.ts';
import type { FolderFile } from '../model/folder-file.ts';
import { urlKeyOf } from '../model/identity.ts';
import { readableClip, readableFile } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';

/** What is known of a story before it is clipped. */
export interface KnownStory {
  /** Its clips, the one saved last first. */
  readonly clips: readonly Clip[];
  /** Posts in connected folders that came from the same address, written by any program. */
  readonly files: readonly FolderFile[];
}

/** Looks a story up by the address it is read at; any address of the story will do. */
export function findStory(library: Library, address: string): Promise<KnownStory> {
  const urlKey = urlKeyOf(address);
  return library.use(async (database) => {
    const [clips, files] = await Promise.all([
      database.getAllFromIndex('clips', 'urlKey', urlKey),
      database.getAllFromIndex('folderFiles', 'urlKey', urlKey),
    ]);
    return {
      clips: clips.map(readableClip).sort((a, b) => b.updatedAt - a.updatedAt),
      files: files.map(readableFile),
    };
  });
}
