import { guessCharset } from '../core/text/guess-charset.ts';

/** Decodes bytes in an encoding named by a label of the Encoding Standard. */
export type Decode = (bytes: Uint8Array, label: string) => string;

const decodeByStandard: Decode = (bytes, label) => new TextDecoder(label).decode(bytes);

/** The XML declaration is at the very beginning; some feeds have blank lines or a comment before it. */
const DECLARATION_LIMIT = 1024;
/** So many characters beyond ASCII are valid UTF-8 by chance in no other encoding (in GBK once in 5,000 texts). */
const PROOF_OF_UTF8 = 5;

/**
 * The text of a feed's bytes. Parsers of feeds take text, and read bytes as UTF-8 whatever they are. In order: byte
 * order mark, UTF-16 by its zero bytes, the `Content-Type` header, the XML declaration (RFC 7303, 3.2), else UTF-8, or what the bytes read like. A
 * declaration that the bytes disprove is not believed: servers send one `charset` for all files, and proxies
 * transcode a feed without its declaration.
 *
 * @param decode where the platform's `TextDecoder` is not exact: Node's reads windows-1252 as ISO 8859-1.
 */
export function decodeFeed(bytes: Uint8Array, contentType = '', decode: Decode = decodeByStandard): string {
  return decode(bytes, encodingOf(bytes, contentType)).replace(/^[\ufeff\s]+/, '');
}

function encodingOf(bytes: Uint8Array, contentType: string): string {
  const marked = byMark(bytes) ?? byZeroBytes(bytes);
  if (marked !== undefined) return marked;
  const utf8 = utf8Characters(bytes);
  if (utf8 === undefined || utf8 < PROOF_OF_UTF8) {
    for (const label of [charsetOf(contentType), declaredIn(bytes)]) {
      const encoding = canonicalName(label);
      // UTF-16 has zero bytes or a mark; and bytes that are not UTF-8 are in the other encoding that is declared.
      const isDisproved = /^utf-16/.test(encoding) || (encoding === 'utf-8' && utf8 === undefined);
      if (encoding !== '' && !isDisproved) return encoding;
    }
  }
  return utf8 === undefined ? (guessCharset(bytes) ?? 'utf-8') : 'utf-8';
}

function byMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The first character of every feed is `<` or `{`, or white space: in UTF-16 it is beside a zero byte. */
function byZeroBytes([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0 && second !== 0 && third === 0) return 'utf-16be';
  return first !== 0 && second === 0 && fourth === 0 ? 'utf-16le' : undefined;
}

function charsetOf(contentType: string): string {
  return /charset\s*=\s*["']?\s*([^"';,\s]+)/i.exec(contentType)?.[1] ?? '';
}

function declaredIn(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_LIMIT));
  return /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? '';
}

/** The standard's name of an encoding; empty where it knows none. */
function canonicalName(label: string): string {
  try {
    return label === '' ? '' : new TextDecoder(label).encoding;
  } catch {
    return ''; // No encoding has this name.
  }
}

/** How many characters beyond ASCII the bytes have as UTF-8; undefined where they are not UTF-8. */
function utf8Characters(bytes: Uint8Array): number | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).match(/[^\0-\x7f]/gu)?.length ?? 0;
  } catch {
    return undefined;
  }
}
