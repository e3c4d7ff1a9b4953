import type { Picture } from '../core/model/picture.ts';
import type { Post } from '../core/post/to-post.ts';
import { folderPlace } from './places/place.ts';
import { saveOne } from './places/save-one.ts';

/**
 * Saves a post below a folder of the disk, which is made where it is missing: see `savePosts`.
 *
 * @returns the path of the post below the folder.
 * @throws {CliError} with a sentence where the folder cannot be written.
 */
export function saveInFolder(
  folder: string,
  post: Post,
  url: string,
  pictures?: ReadonlyMap<string, Picture>,
): Promise<string> {
  return saveOne(folderPlace(folder), { post, url, ...(pictures === undefined ? {} : { pictures }) });
}
