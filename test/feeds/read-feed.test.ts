import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/feeds/feed.ts';
import { NotAFeedError, readFeed } from '../../src/feeds/read-feed.ts';

const URL_OF_FEED = 'https://news.example/feeds/all.xml';
const RSS_NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';

function rss(item: string, root = ''): FeedItem {
  return one(
    `<rss version="2.0" ${RSS_NAMESPACES} ${root}><channel><title>N</title><item>${item}</item></channel></rss>`,
  );
}

function atom(entry: string, root = ''): FeedItem {
  return one(
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:yt="http://www.youtube.com/xml/schemas/2015" ${root}><title>N</title><entry>${entry}</entry></feed>`,
  );
}

function json(item: object): FeedItem {
  return one(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'N', items: [item] }));
}

function one(text: string): FeedItem {
  const [item] = readFeed(text, URL_OF_FEED).items;
  if (!item) throw new Error('no item');
  return item;
}

describe('identity and link', () => {
  it('knows an item by its guid, as written', () => {
    const item = rss('<link>https://news.example/1</link><guid isPermaLink="false">00123</guid>');
    expect([item.id, item.url]).toEqual(['00123', 'https://news.example/1']);
  });

  it('knows an item without a guid by its link, whatever its date', () => {
    const dated = (date: string) => rss(`<link>https://news.example/1</link><pubDate>${date}</pubDate>`).id;
    expect(dated('2021-07-16 14:01:00')).toBe('https://news.example/1');
    expect(dated('2021-07-17 09:00:00')).toBe('https://news.example/1');
  });

  it('knows items by their links where one guid is said of several', () => {
    const item = (n: number) => `<item><guid isPermaLink="false">0</guid><link>https://news.example/${n}</link></item>`;
    const { items } = readFeed(`<rss version="2.0"><channel>${item(1)}${item(2)}</channel></rss>`, URL_OF_FEED);
    expect(items.map(({ id }) => id)).toEqual(['https://news.example/1', 'https://news.example/2']);
  });

  it('takes a guid for the link where it is one', () => {
    expect(rss('<guid>https://news.example/1</guid>').url).toBe('https://news.example/1');
    expect(rss('<guid isPermaLink="false">https://news.example/1</guid>').url).toBeUndefined();
    expect(rss('<guid isPermaLink="false">abc</guid>')).not.toHaveProperty('url');
  });

  it('takes the page among an entry’s links, and no enclosure', () => {
    const item = atom(
      '<id>urn:1</id><link rel="enclosure" type="audio/mpeg" href="/a.mp3"/><link rel="self" href="/1.atom"/>' +
        '<link rel="alternate" type="application/json" href="/1.json"/><link rel="alternate" type="text/html" href="/1"/>',
    );
    expect([item.id, item.url]).toEqual(['urn:1', 'https://news.example/1']);
    expect(atom('<id>urn:1</id><link rel="enclosure" href="/a.mp3"/>').url).toBeUndefined();
    expect(rss('<enclosure url="https://news.example/a.mp3" length="1" type="audio/mpeg"/>').url).toBeUndefined();
  });

  it('resolves links by xml:base and by the address of the feed', () => {
    expect(rss('<link>../1.html</link>').url).toBe('https://news.example/1.html');
    expect(rss('<link>1.html</link>', 'xml:base="https://base.example/deep/"').url).toBe(
      'https://base.example/deep/1.html',
    );
    const entry = atom('<link href="1.html"/><content type="html" xml:base="pictures/">x</content>', 'xml:base="/a/"');
    expect([entry.url, entry.base]).toEqual(['https://news.example/a/1.html', 'https://news.example/a/pictures/']);
    expect(atom('<link href="1.html"/>', 'xml:base="/a/" ').url).toBe('https://news.example/a/1.html');
    expect(json({ id: '1', url: '/1.html' }).url).toBe('https://news.example/1.html');
  });

  it('takes wrappers and tracking off', () => {
    expect(
      rss('<link>https://www.google.com/url?rct=j&amp;url=https://news.example/1%3Fid%3D5&amp;ct=ga</link>').url,
    ).toBe('https://news.example/1?id=5');
    expect(rss('<link>https://news.example/1?id=5&amp;utm_source=rss#part</link>').url).toBe(
      'https://news.example/1?id=5',
    );
    expect(json({ id: '7', external_url: 'https://story.example/7' }).url).toBe('https://story.example/7');
  });

  it('keeps numbers that are names', () => {
    expect(rss('<title>0012</title><guid isPermaLink="false">0x1F</guid>')).toMatchObject({
      id: '0x1F',
      title: '0012',
    });
    expect(rss('<title>1e5</title>').title).toBe('1e5');
    expect(json({ id: 5, title: 'x' }).id).toBe('5');
  });
});

describe('texts', () => {
  it('decodes a title once, and takes out marks of HTML alone', () => {
    expect(rss('<title><![CDATA[A &amp; B]]></title>').title).toBe('A & B');
    expect(rss('<title><![CDATA[A &amp;amp; B]]></title>').title).toBe('A &amp; B');
    expect(rss('<title>“引号” &amp; <![CDATA[<b>粗</b> List<String> 5 < 6]]></title>').title).toBe(
      '“引号” & 粗 List<String> 5 < 6',
    );
    expect(atom('<title type="text">5 &lt; 6 &amp;amp; 7</title>').title).toBe('5 < 6 &amp; 7');
    expect(atom('<title type="html">A &lt;em&gt;B&lt;/em&gt; &amp;amp; C</title>').title).toBe('A B & C');
  });

  it('takes the content before the description, and the longer of the two', () => {
    const both = (content: string, description: string) =>
      rss(`<description>${description}</description><content:encoded><![CDATA[${content}]]></content:encoded>`).html;
    expect(both('<p>The whole story.</p>', 'The')).toBe('<p>The whole story.</p>');
    expect(both('<p>Cut …</p>', 'The whole story is here.')).toBe('The whole story is here.');
    expect(rss('<description>Only &lt;b&gt;this&lt;/b&gt;</description>').html).toBe('Only <b>this</b>');
  });

  it('alters nothing of the content', () => {
    const code = '<code>#include &lt;stdio.h&gt;</code> &amp;nbsp;';
    expect(rss(`<content:encoded><![CDATA[${code}]]></content:encoded>`).html).toBe(code);
    const xhtml = atom(
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">一<br/>二 <b>三</b> &amp;lt; <a href="q">四</a>五</div></content>',
    );
    expect(xhtml.html).toBe('一<br/>二 <b>三</b> &amp;lt; <a href="q">四</a>五');
    expect(rss('<description><![CDATA[a]]><![CDATA[b]]></description>').html).toBe('ab');
  });

  it('writes plain text as HTML', () => {
    expect(json({ id: '1', content_text: '一 < 二\n三\n\n见 https://a.example/x。' }).html).toBe(
      '<p>一 &lt; 二<br>三</p>\n<p>见 <a href="https://a.example/x">https://a.example/x</a>。</p>',
    );
    expect(atom('<summary>5 &lt; 6</summary>').html).toBe('<p>5 &lt; 6</p>');
  });

  it('reads names under prefixes of the feed’s own', () => {
    const [item] = readFeed(
      '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><c:encoded>x</c:encoded><d:creator>林小月</d:creator><d:date>2021-07-16T15:01:00+09:00</d:date></item></channel></rss>',
      URL_OF_FEED,
    ).items;
    expect(item).toMatchObject({ html: 'x', authors: ['林小月'], date: '2021-07-16T15:01:00+09:00' });
    const prefixed =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>N</a:title><a:entry><a:title>T</a:title><a:link href="/1"/></a:entry></a:feed>';
    expect(readFeed(prefixed, URL_OF_FEED).items[0]).toMatchObject({ title: 'T', url: 'https://news.example/1' });
  });

  it('has authors of RDF, of entries and of the whole feed', () => {
    const rdf = readFeed(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>新聞</title><dc:language>zh-TW</dc:language></channel><item rdf:about="https://news.example/1"><title>T</title><link>https://news.example/1</link><dc:creator>林小月</dc:creator><dc:date>2021-07-16T14:01:00+08:00</dc:date></item></rdf:RDF>',
      URL_OF_FEED,
    );
    expect(rdf).toMatchObject({ format: 'rdf', title: '新聞', language: 'zh-TW' });
    expect(rdf.items[0]).toMatchObject({ authors: ['林小月'], url: 'https://news.example/1' });
    expect(atom('<author><name>A</name></author>', '').authors).toEqual(['A']);
    expect(rss('<author>a@b.example (Ann Bell)</author>').authors).toEqual(['Ann Bell']);
  });
});

it('makes a video’s text of its media group', () => {
  const item = atom(
    '<id>yt:video:abc</id><title>夜间渡轮</title><link rel="alternate" href="https://www.youtube.com/watch?v=abc"/>' +
      '<media:group><media:content url="https://www.youtube.com/v/abc" type="application/x-shockwave-flash"/>' +
      '<media:thumbnail url="https://i.example/abc.jpg"/><media:description>一行\n二行 https://a.example/x</media:description></media:group>',
  );
  expect(item).toMatchObject({ isVideo: true, url: 'https://www.youtube.com/watch?v=abc' });
  expect(item.html).toBe(
    '<p><a href="https://www.youtube.com/watch?v=abc"><img src="https://i.example/abc.jpg" alt=""></a></p>\n' +
      '<p>一行<br>二行 <a href="https://a.example/x">https://a.example/x</a></p>',
  );
});

it('says where something is no feed', () => {
  for (const text of [
    '<html><head><title>x</title></head></html>',
    '{"a":1}',
    '',
    '<rss version="2.0"><channel></channel></rss>',
  ]) {
    expect(() => readFeed(text, URL_OF_FEED), text).toThrow(NotAFeedError);
  }
});

it('takes the address that a feed proxy names over the proxy’s own', () => {
  const item = rss(
    '<link>https://feeds.proxy.example/~r/x/1/</link><guid isPermaLink="false">1</guid>' +
      '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://news.example/a?x=1&amp;y=2</feedburner:origLink>',
  );
  expect(item).toMatchObject({ id: '1', url: 'https://news.example/a?x=1&y=2' });
});
