import { mediaTypeOf } from '../../../core/model/picture.ts';
import { toBase64 } from '../../../core/text/base64.ts';
import type { OutFile } from '../../target.ts';
import type { DownloadAddress } from './downloads-target.ts';

/** Of a post. Not `text/plain`: Chromium would name a `.md` of that type `.txt`. */
const POST_TYPE = 'text/markdown';

/**
 * An address to download a file's content from. A blob where the context can make one (Firefox refuses `data:` downloads),
 * else a `data:` URL (a Chromium service worker has no `createObjectURL`).
 */
export function downloadAddressOf({ path, content }: OutFile): DownloadAddress {
  const type = mediaTypeOf(path) ?? POST_TYPE;
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(new Blob([content], { type }));
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { url: `data:${type}${type === POST_TYPE ? ';charset=utf-8' : ''};base64,${toBase64(bytes)}`, release() {} };
}
