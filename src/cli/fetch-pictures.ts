import type { Picture } from '../core/model/picture.ts';
import { fetchPicture, MAX_PICTURES, MAX_STORY_BYTES, PICTURE_TIMEOUT_MS } from '../core/post/fetch-picture.ts';
import type { PostAsset } from '../core/post/to-post.ts';
import { type JudgedFetch, USER_AGENT } from './judged-fetch.ts';
import { networkReason } from './network-reason.ts';
import { withoutPassword } from './without-password.ts';

/**
 * Fetches the pictures of a post, one after another, as a reader of the page would.
 *
 * @param pageUrl its origin is named as the referrer: many publishers send pictures to readers of their own pages only
 * @returns what was fetched, by address, and for each of the others a sentence; they stay links.
 */
export async function fetchPictures(
  assets: readonly PostAsset[],
  pageUrl: string,
  fetch: JudgedFetch,
): Promise<{ pictures: Map<string, Picture>; failures: string[] }> {
  const pictures = new Map<string, Picture>();
  const failures: string[] = [];
  let bytes = 0;
  for (const { url } of assets) {
    try {
      if (pictures.size >= MAX_PICTURES || bytes >= MAX_STORY_BYTES) throw new Error('the story has too many');
      const picture = await fetchPicture(url, {
        fetch: (address, { headers }) => fetch(address, { headers, timeout: PICTURE_TIMEOUT_MS, referrer: pageUrl }),
        headers: { 'User-Agent': USER_AGENT },
        signal: new AbortController().signal,
      });
      bytes += picture.bytes.length;
      pictures.set(url, picture);
    } catch (error) {
      failures.push(`${withoutPassword(url)} stays a link: ${networkReason(error, hostOf(url))}.`);
    }
  }
  return { pictures, failures };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
