import type { FailureCode } from '../core/model/failure.ts';
import { refusedByAddress } from './refused-page.ts';

/** What browsers say when they refuse an injection, in lower case, and what it means. First match wins. */
const REJECTIONS: readonly (readonly [phrase: string, code: FailureCode])[] = [
  ['gallery cannot be scripted', 'store-page'],
  ['cannot be scripted', 'store-page'],
  ['showing error page', 'page-not-loaded'],
  ['different extension', 'extension-page'],
  ['chrome-extension://', 'extension-page'],
  ['chrome://', 'browser-page'],
  ['edge://', 'browser-page'],
  ['file://', 'local-file'],
  ['no tab with id', 'navigated'],
  ['invalid tab id', 'navigated'],
  ['tab was closed', 'navigated'],
  ['frame was removed', 'navigated'],
  ['frame with id 0 was removed', 'navigated'],
];

/** Returns why the browser refused to run the script in a page, told by its message and the page's address. */
export function explainRejection(message: string, address: string): FailureCode {
  const byAddress = refusedByAddress(address);
  if (byAddress) return byAddress;
  const said = message.toLowerCase();
  const known = REJECTIONS.find(([phrase]) => said.includes(phrase));
  if (known) return known[1];
  // The user gesture reveals the address of every page but those that no extension may read: Chromium hides those.
  if (!URL.canParse(address)) return 'browser-page';
  const { protocol, pathname } = new URL(address);
  if (protocol === 'file:') return 'local-file';
  // Firefox shows PDF files, data and its errors in internal pages under the requested address.
  if (pathname.toLowerCase().endsWith('.pdf')) return 'pdf';
  return said.includes('missing host permission') ? 'browser-page' : 'permission';
}
