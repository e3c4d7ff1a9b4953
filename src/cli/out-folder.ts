import { mkdir, realpath } from 'node:fs/promises';
import { savePost } from '../app/save-post.ts';
import { toFailure } from '../core/model/failure.ts';
import type { Picture } from '../core/model/picture.ts';
import type { Post } from '../core/post/to-post.ts';
import { CliError, failureSentence } from './failure-sentence.ts';
import { openDisk } from './host/disk.ts';
import { diskDirectory } from './host/disk-directory.ts';

/**
 * Saves a post below a folder of the disk, which is made where it is missing: see `savePost`.
 *
 * @returns the path of the post below the folder.
 * @throws {CliError} with a sentence where the folder cannot be written.
 */
export async function saveInFolder(
  folder: string,
  post: Post,
  url: string,
  pictures?: ReadonlyMap<string, Picture>,
): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    const directory = diskDirectory(openDisk(await realpath(folder), true), folder);
    return await savePost(directory, post, url, pictures);
  } catch (error) {
    throw new CliError(`The post could not be written below ${folder}. ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const { code, detail } = toFailure(error);
  return code === 'unexpected' || detail === '' ? failureSentence(error) : `${failureSentence(error)} (${detail})`;
}
