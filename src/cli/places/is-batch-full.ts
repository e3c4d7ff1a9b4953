import type { PostToSave } from '../../app/save-post.ts';
import type { Place } from './place.ts';

/** When so many bytes of pictures wait to be saved, they are. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Whether posts that wait are best saved now: as many as cost no more than one, or large in memory. */
export function isBatchFull(
  { batchSize }: Pick<Place, 'batchSize'>,
  posts: readonly Pick<PostToSave, 'pictures'>[],
): boolean {
  const pictures = posts.flatMap((post) => [...(post.pictures?.values() ?? [])]);
  return posts.length >= batchSize || pictures.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES;
}
