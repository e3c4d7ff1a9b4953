import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { addressesInFile, SitemapIndexError } from '../../../src/ui/batch/addresses-in-file.ts';

const A = { url: 'https://a.example/1', title: '渡轮' };
const parse = (html: string) => new JSDOM(html).window.document;
const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="${A.url}" ICON_URI="https://a.example/i.ico">渡轮</A></DL>`;

test.each([
  ['text', `渡轮 ${A.url}\n`],
  ['a table', `"渡轮";"${A.url}"\r\n`],
  ['bookmarks as HTML', BOOKMARKS],
  ['bookmarks as JSON, with markup in a note', JSON.stringify([{ note: '<a href="x">', title: '渡轮', uri: A.url }])],
])('a file of %s is read as UTF-8 and as UTF-16', (_, text) => {
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    expect(addressesInFile(bytes, parse)).toEqual([A]);
  }
});

const SITEMAP = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="https://a.example/style.xsl"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://a.example/1?a=1&amp;b=2 </loc><image:image><image:loc>https://a.example/1.jpg</image:loc></image:image></url>
<url><xhtml:link rel="alternate" href="https://a.example/en/2"/><loc><![CDATA[https://a.example/2?a=1&b=2]]></loc></url>
<url><loc>https://a.example/2?a=1&amp;b=2</loc><lastmod>2026-01-01</lastmod></url></urlset>`;

test('of a sitemap the pages are taken, and nothing else that has an address', () => {
  const urls = addressesInFile(Buffer.from(SITEMAP), parse).map(({ url }) => url);
  expect(urls).toEqual(['https://a.example/1?a=1&b=2', 'https://a.example/2?a=1&b=2']);
});

test('a sitemap of sitemaps is not taken for a list of pages', () => {
  const index = '<sitemapindex><sitemap><loc>https://a.example/sitemap-1.xml</loc></sitemap></sitemapindex>';
  expect(() => addressesInFile(Buffer.from(index), parse)).toThrow(SitemapIndexError);
});
