import type { Picture } from '../core/model/picture.ts';
import { MAX_PICTURES, MAX_STORY_BYTES } from '../core/post/fetch-picture.ts';
import { keepPicture, keptPictures } from '../library/commands/pictures.ts';
import type { ClipPost } from '../library/model/clip.ts';
import type { Library } from '../library/store/database.ts';
import { mapParallel } from './map-parallel.ts';

/** How many pictures are fetched at a time. */
const AT_A_TIME = 4;

/** Fetches a picture; nothing where it cannot be had, because the user did not allow its site or the site does not answer. */
export type FetchPicture = (url: string, signal: AbortSignal) => Promise<Picture | undefined>;

/**
 * The pictures of a post: those that the library keeps, and the others fetched, each into the library before anything
 * is done with it. An attempt that is cut off goes on where it was; what was had once is never asked for again.
 */
export async function gatherPictures(
  library: Library,
  { clipId, assets }: ClipPost,
  fetchPicture: FetchPicture,
  signal: AbortSignal,
): Promise<Map<string, Picture>> {
  if (assets.length === 0) return new Map();
  const pictures = await keptPictures(library, clipId);
  let bytes = [...pictures.values()].reduce((sum, picture) => sum + picture.bytes.length, 0);
  const missing = assets.slice(0, MAX_PICTURES).filter(({ url }) => !pictures.has(url));
  await mapParallel(missing, AT_A_TIME, async ({ url }) => {
    const picture = bytes < MAX_STORY_BYTES ? await fetchPicture(url, signal) : undefined;
    if (!picture) return;
    bytes += picture.bytes.length;
    await keepPicture(library, clipId, url, picture);
    pictures.set(url, picture);
  });
  return pictures;
}
