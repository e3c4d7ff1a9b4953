import { type Picture, pictureTypeOf } from '../model/picture.ts';
import { joinBytes } from '../text/join-bytes.ts';

/** Larger pictures stay links: a news photograph in its largest size has 2 to 5 MB. */
export const MAX_PICTURE_BYTES = 20_000_000;
/** How many pictures of one story are kept, and how many bytes of them; a gallery has seldom half as many. */
export const MAX_PICTURES = 100;
export const MAX_STORY_BYTES = 100_000_000;
/** How long a server may take for one picture. */
export const PICTURE_TIMEOUT_MS = 20_000;

export interface PictureRequest {
  readonly fetch: (url: string, init: RequestInit & { headers: Record<string, string> }) => Promise<Response>;
  readonly signal: AbortSignal;
  /** Request headers, where the context may set them. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Fetches a picture: without credentials, bounded in size, and only what is a picture by its bytes.
 *
 * @throws {Error} with the reason in a few words, such as `HTTP 403` or `no picture`.
 */
export async function fetchPicture(url: string, { fetch, signal, headers = {} }: PictureRequest): Promise<Picture> {
  const response = await fetch(url, {
    headers: { ...headers },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PICTURE_TIMEOUT_MS)]),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const bytes = await readBounded(response);
  const type = pictureTypeOf(bytes);
  if (!type) throw new Error('no picture');
  return { type, bytes };
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > MAX_PICTURE_BYTES) {
      await reader?.cancel();
      throw new Error(`larger than ${MAX_PICTURE_BYTES / 1_000_000} MB`);
    }
    chunks.push(read.value);
  }
  return joinBytes(chunks);
}
