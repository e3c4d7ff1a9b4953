import { toBase64 } from '../base64.ts';
import type { OutFile } from '../target.ts';
import type { DownloadAddress } from './downloads.ts';

/** Not `text/plain`: Chromium would name a `.md` of that type `.txt`. */
const TYPE = 'text/markdown';

/**
 * An address to download `content` from. A blob where the context can make one (Firefox refuses `data:` downloads),
 * else a `data:` URL (a Chromium service worker has no `createObjectURL`).
 */
export function downloadAddressOf(content: OutFile['content']): DownloadAddress {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(new Blob([content], { type: TYPE }));
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { url: `data:${TYPE};charset=utf-8;base64,${toBase64(bytes)}`, release() {} };
}
