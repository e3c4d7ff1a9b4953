import { normalizeEncoding } from '@exodus/bytes/encoding-lite.js';
import sniffHTMLEncoding from 'html-encoding-sniffer';
import { guessCharset } from './guess-charset.ts';

/**
 * What a browser assumes of a page that declares nothing and reads like nothing known, by the country of its address.
 * Firefox's table of fallback encodings by top-level domain, East Asia and Cyrillic, which is where undeclared legacy
 * pages are still met.
 */
const FALLBACK_BY_COUNTRY: Readonly<Record<string, string>> = {
  cn: 'gb18030',
  tw: 'big5',
  hk: 'big5',
  mo: 'big5',
  jp: 'shift_jis',
  kr: 'euc-kr',
  ru: 'windows-1251',
  ua: 'windows-1251',
  by: 'windows-1251',
  gr: 'windows-1253',
  tr: 'windows-1254',
  il: 'windows-1255',
  th: 'windows-874',
};

/** Where a late declaration is still looked for: browsers parse on and start over when they meet one. */
const LATE_DECLARATION_LIMIT = 64 * 1024;
/** Bytes that the HTML standard's prescan reads. */
const PRESCAN = 1024;

/**
 * The encoding that a browser would read a page's bytes in: byte order mark, `Content-Type` header, declaration in the
 * first 1024 bytes, declaration further down; otherwise UTF-16 where it is detected, UTF-8 where the bytes are valid
 * UTF-8, the encoding that they read like a language in, else the usual one of the country.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function pageEncoding(bytes: Uint8Array, contentType = '', url = ''): string {
  const label = /charset\s*=\s*["']?\s*([^"';,\s]+)/i.exec(contentType)?.[1];
  const declared = sniff(bytes, label) ?? lateDeclaration(bytes) ?? utf16By(bytes);
  if (declared !== undefined) return declared;
  return isUtf8(bytes) ? 'utf-8' : (guessCharset(bytes) ?? fallbackFor(url));
}

/** UTF-16 without a byte order mark: each letter of the first tag is beside a zero byte, as in no other encoding. */
function utf16By(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (/^<\0[!?a-z]\0/i.test(start)) return 'utf-16le';
  return /^\0<\0[!?a-z]/i.test(start) ? 'utf-16be' : undefined;
}

function sniff(bytes: Uint8Array, label?: string): string | undefined {
  const encoding = sniffHTMLEncoding(bytes, {
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
    defaultEncoding: '',
  });
  return normalizeEncoding(encoding) ?? undefined;
}

function lateDeclaration(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, LATE_DECLARATION_LIMIT);
  for (let start = PRESCAN / 2; start < end; start += PRESCAN / 2) {
    const encoding = sniff(bytes.subarray(start, start + PRESCAN));
    if (encoding !== undefined) return encoding;
  }
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function fallbackFor(url: string): string {
  const country = URL.canParse(url) ? (new URL(url).hostname.split('.').pop() ?? '') : '';
  return FALLBACK_BY_COUNTRY[country] ?? 'windows-1252';
}
