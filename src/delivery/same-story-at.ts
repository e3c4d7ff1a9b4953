import { type Delivery, pathKey, type Receipt } from '../library/model/delivery.ts';
import { urlKeyOf } from '../library/model/identity.ts';
import type { Library } from '../library/store/database.ts';
import type { Target } from './target.ts';

/** The part of a post that names its address: its front matter, or its first lines. In characters. */
const HEAD = 2_048;

/**
 * The file of another writer that has the name of a post, where it is the same story: two devices have clipped it at
 * the same time. A file that the library already knew to be this story is left out: the user was told of it before
 * saving, and saved nevertheless.
 *
 * @returns the file as a receipt without a version; nothing where it is something else, or cannot be read.
 */
export async function sameStoryAt(
  library: Library,
  target: Target,
  { clipId, targetId }: Delivery,
  path: string,
  signal: AbortSignal,
): Promise<Receipt | undefined> {
  const { clip, known } = await library.use(async (database) => ({
    clip: await database.get('clips', clipId),
    known: await database.getAllFromIndex('folderFiles', 'place', pathKey(targetId, path)),
  }));
  if (!clip || clip.part === 'selection' || known.length > 0) return undefined;
  const text = await target.read?.(path, signal);
  if (text === undefined || !addressesIn(text.slice(0, HEAD)).includes(clip.urlKey)) return undefined;
  return { path, version: '', bytes: new TextEncoder().encode(text).length };
}

function addressesIn(head: string): string[] {
  return (head.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? []).filter((url) => URL.canParse(url)).map(urlKeyOf);
}
