import type { Clip } from '../model/clip.ts';
import { readableClip } from '../model/stored-rows.ts';
import type { Library } from '../store/database.ts';

/** The clips of the newest stories, the newest first: what a list can show before it has read all. */
export function newestStories(library: Library, most: number): Promise<Clip[]> {
  return library.use(async (database) => {
    const clips: Clip[] = [];
    const newestFirst = database.transaction('clips').store.index('story').iterate(null, 'prev');
    for await (const { value } of newestFirst) if (clips.push(readableClip(value)) === most) break;
    return clips;
  });
}
