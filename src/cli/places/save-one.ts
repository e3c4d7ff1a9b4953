import type { PostToSave } from '../../app/save-post.ts';
import type { Place } from './place.ts';

/** Saves one post and returns its path below the place. @throws {CliError} with a sentence. */
export async function saveOne(place: Place, post: PostToSave): Promise<string> {
  const [saved] = await place.save([post]);
  if (saved?.status === 'fulfilled') return saved.value.path;
  throw saved?.reason;
}
