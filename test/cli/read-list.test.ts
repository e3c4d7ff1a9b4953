import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isAddressList, readList } from '../../src/cli/lists/read-list.ts';

const A = 'https://a.example/1';
const B = 'https://b.example/2';
const utf8 = (text: string): Uint8Array => Buffer.from(text);

describe('a list', () => {
  it.each([
    ['one a line', `${A}\n\n${B}\n`],
    ['with Windows ends, words and remarks', `# News\r\n- [One](${A})\r\n2. Two, ${B}.\r\n`],
    ['several a line', `${A},${B}\n`],
    ['a table', `"One";"${A}"\n"Two";"${B}"\n`],
    ['in Chinese', `请看：${A}。\n《二》（${B}），昨天\n`],
    ['lines of JSON', `{"url":"${A}"}\n{"url":"${B}"}\n`],
    ['a list in JSON', JSON.stringify([A, B])],
    ['a list under its name in JSON', JSON.stringify({ url: [A, B], icons: ['https://a.example/icon.png'] })],
    ['a sitemap in text', `${A}\n${B}`],
    [
      'a sitemap with a prefix',
      `<?xml version="1.0"?>\n<urlset><url><loc>\n ${A}\n</loc></url><url><loc>${B}</loc></url></urlset>`,
    ],
    [
      'bookmarks of Firefox as JSON',
      JSON.stringify({
        type: 'text/x-moz-place-container',
        children: [
          { type: 'text/x-moz-place', title: 'One', iconUri: 'https://a.example/icon.png', uri: A },
          { type: 'text/x-moz-place-separator' },
          { children: [{ uri: B }, { uri: 'place:sort=8' }, { uri: 'javascript:void 0' }] },
        ],
      }),
    ],
    [
      'bookmarks of Firefox as HTML',
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<DL><p><DT><A HREF="${A}" ICON_URI="https://a.example/icon.png" ICON="data:image/png;base64,AAAA">One</A><DD>Words ${A}x<DT><H3 ADD_DATE="1">Folder</H3><DL><p><DT><A HREF="${B}" TAGS="x">Two</A></DL><p></DL>`,
    ],
  ])('is read: %s', (_, text) => {
    for (const bytes of [utf8(text), gzipSync(text), utf8(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(readList(bytes, 'x')).toMatchObject({ addresses: [A, B], lists: [], strangeLines: [] });
    }
  });

  it('has each address once, in its order, and keeps one that is alone on its line to its last character', () => {
    const whole = 'https://a.example/wiki/Ferry_(boat),_1920.';
    expect(readList(utf8(`${whole}\n${A}\n${whole}\n`), 'x').addresses).toEqual([whole, A]);
  });

  it('names further lists: an index of sitemaps, and a robots.txt', () => {
    const index = `<sitemapindex><sitemap><loc>${A}</loc></sitemap><sitemap><loc>${B}</loc></sitemap></sitemapindex>`;
    const robots = `User-agent: *\nDisallow: /x\nSitemap: ${A}\nsitemap:${B}\n`;
    for (const text of [index, robots]) {
      expect(readList(utf8(text), 'x')).toEqual({ addresses: [], lists: [A, B], strangeLines: [] });
    }
  });

  it.each([
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'jianbao follow reads it'],
    ['a list of feeds', '<opml version="2.0"><body/></opml>', 'jianbao follow reads it'],
    ['a page', '<!doctype html><p>x', 'is a page and no list'],
  ])('is not %s', (_, text, reason) => {
    expect(() => readList(utf8(text), 'x')).toThrow(reason);
  });

  it('says where it is damaged', () => {
    expect(() => readList(gzipSync(A).subarray(0, 20), 'urls.gz')).toThrow('urls.gz cannot be decompressed');
  });
});

it('standard input is a list where it has nothing but addresses, compressed or not', () => {
  expect([utf8(A), gzipSync(`${A}\n# x\n${B}`)].map(isAddressList)).toEqual([true, true]);
  const others = [utf8(`<a href="${A}">`), utf8(''), gzipSync('<p>x'), gzipSync(A).subarray(0, 12)];
  expect(others.map(isAddressList)).toEqual([false, false, false, false]);
});
