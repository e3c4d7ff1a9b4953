import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { pageEncoding } from '../core/text/page-encoding.ts';

/**
 * The text of a page's bytes, in the encoding that a browser would read it in. Decodes by `@exodus/bytes` as jsdom does:
 * Node's own TextDecoder reads windows-1252 as ISO 8859-1.
 */
export function decodePage(bytes: Uint8Array, contentType = '', url = ''): string {
  return legacyHookDecode(bytes, pageEncoding(bytes, contentType, url));
}
