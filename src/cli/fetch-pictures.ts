import type { Picture } from '../core/model/picture.ts';
import { fetchPicture, MAX_PICTURES, MAX_STORY_BYTES } from '../core/post/fetch-picture.ts';
import type { PostAsset } from '../core/post/to-post.ts';

/**
 * Fetches the pictures of a post, one after another, as a reader of the page would.
 *
 * @param pageUrl named as the referrer: many publishers send pictures to readers of their own pages only
 * @returns what was fetched, by address, and for each of the others a sentence; they stay links.
 */
export async function fetchPictures(
  assets: readonly PostAsset[],
  pageUrl: string,
): Promise<{ pictures: Map<string, Picture>; failures: string[] }> {
  const pictures = new Map<string, Picture>();
  const failures: string[] = [];
  let bytes = 0;
  for (const { url } of assets) {
    try {
      if (pictures.size >= MAX_PICTURES || bytes >= MAX_STORY_BYTES) throw new Error('the story has too many');
      const headers = /^https?:/.test(pageUrl) ? { Referer: pageUrl } : {};
      const picture = await fetchPicture(url, { fetch, headers, signal: new AbortController().signal });
      bytes += picture.bytes.length;
      pictures.set(url, picture);
    } catch (error) {
      failures.push(`${url} stays a link: ${reasonOf(error)}.`);
    }
  }
  return { pictures, failures };
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
