import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { expect, it } from 'vitest';
import { decodeFeed } from '../../src/feeds/decode-feed.ts';

const SIMPLIFIED = '港务局说，夜间渡轮又晚点了';
const xml = (encoding: string, text: string): string =>
  `<?xml version="1.0"${encoding === '' ? '' : ` encoding="${encoding}"`}?><rss><channel><title>${text}</title></channel></rss>`;
const encoded = (label: string, text: string): Uint8Array => createMultibyteEncoder(label)(text);
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

const CASES: readonly (readonly [name: string, bytes: Uint8Array, contentType: string, text: string])[] = [
  ['GBK by its declaration', encoded('gbk', xml('GBK', SIMPLIFIED)), '', SIMPLIFIED],
  ['gb2312 by its declaration', encoded('gbk', xml('gb2312', SIMPLIFIED)), 'application/rss+xml', SIMPLIFIED],
  ['GBK by the header alone', encoded('gbk', xml('', SIMPLIFIED)), 'text/xml; charset=GBK', SIMPLIFIED],
  ['GBK that the header calls UTF-8', encoded('gbk', xml('GBK', SIMPLIFIED)), 'text/xml; charset=utf-8', SIMPLIFIED],
  ['Big5', encoded('big5', xml('big5', '夜間渡輪又晚點了')), '', '夜間渡輪又晚點了'],
  ['Shift_JIS', encoded('shift_jis', xml('Shift_JIS', '夜の渡し船、表ソ能')), '', '夜の渡し船、表ソ能'],
  ['EUC-JP', encoded('euc-jp', xml('EUC-JP', '夜の渡し船')), '', '夜の渡し船'],
  ['EUC-KR', encoded('euc-kr', xml('euc-kr', '밤 나룻배')), '', '밤 나룻배'],
  ['UTF-16 with a mark', utf16le(`\ufeff${xml('UTF-16', SIMPLIFIED)}`), 'text/xml', SIMPLIFIED],
  ['UTF-16 big-endian with a mark', utf16be(`\ufeff${xml('UTF-16', SIMPLIFIED)}`), 'text/xml', SIMPLIFIED],
  ['UTF-16 without a mark', utf16le(xml('UTF-16', SIMPLIFIED)), '', SIMPLIFIED],
  ['UTF-16 big-endian without a mark', utf16be(xml('UTF-16', SIMPLIFIED)), '', SIMPLIFIED],
  ['UTF-8 that calls itself UTF-16', utf8(xml('utf-16', SIMPLIFIED)), '', SIMPLIFIED],
  ['UTF-8 that calls itself gb2312', utf8(xml('gb2312', SIMPLIFIED)), '', SIMPLIFIED],
  ['UTF-8 with a mark and blank lines', utf8(`\ufeff\n\n${xml('', SIMPLIFIED)}`), 'text/xml; charset=gbk', SIMPLIFIED],
  ['UTF-8 that the header calls Latin-1', utf8(xml('utf-8', SIMPLIFIED)), 'text/xml; charset=iso-8859-1', SIMPLIFIED],
  ['Latin-1', Buffer.from(xml('ISO-8859-1', 'Fähre fällt'), 'latin1'), '', 'Fähre fällt'],
  ['an encoding that nobody knows', utf8(xml('x-nothing', SIMPLIFIED)), '', SIMPLIFIED],
];

it.each(CASES)('reads %s', (_, bytes, contentType, text) => {
  const read = decodeFeed(bytes, contentType);
  expect(read).toContain(`<title>${text}</title>`);
  expect(read.startsWith('<?xml')).toBe(true);
});
