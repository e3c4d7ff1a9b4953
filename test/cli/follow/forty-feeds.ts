import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { type Answer, markOf, storyPage } from './feed-site.ts';

/** A feed with one story, and the post that it must become. */
export interface FeedCase {
  readonly name: string;
  readonly feed: Answer;
  /** What the server has besides: the story's page, redirects. By path. */
  readonly pages?: Readonly<Record<string, Answer>>;
  readonly zone?: string;
  readonly text?: 'page' | 'feed';
  /** The post; where something is not said, it is as the page has it. */
  readonly post: {
    readonly title?: string;
    readonly url?: string;
    readonly date?: string;
    readonly from?: 'feed';
    readonly body?: string;
  };
}

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';
const PAGE_DATE = '2024-03-01T08:30:00+08:00';

/**
 * Forty feeds in all formats and encodings, each with a fault that feeds are known for or that readers of feeds make of
 * them.
 *
 * @param origin of the server that will answer.
 */
export function fortyFeeds(origin: string): FeedCase[] {
  const link = (name: string): string => `${origin}/story/${name}`;
  const item = (name: string, more = ''): string =>
    `<title>渡轮 ${name}</title><link>${link(name)}</link><guid isPermaLink="false">id-${name}</guid>${more}`;
  const rss = (inner: string, root = ''): string =>
    `<rss version="2.0" ${NAMESPACES} ${root}><channel><title>海港日报</title><language>zh-cn</language><item>${inner}</item></channel></rss>`;
  const atom = (inner: string, root = ''): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="zh-CN" ${root}><title>海港日报</title><entry>${inner}</entry></feed>`;
  const json = (entry: object): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '海港日报',
      language: 'zh-CN',
      items: [entry],
    });
  const declared = (encoding: string, text: string): string => `<?xml version="1.0" encoding="${encoding}"?>${text}`;
  const content = (name: string): string =>
    `<content:encoded><![CDATA[<p>${markOf(name)}</p><p>订阅源里的<b>全文</b>。</p>]]></content:encoded>`;

  /** A feed whose story has an ordinary page, in an encoding of its own. */
  const encoded = (name: string, label: string, text: string, contentType = 'application/rss+xml'): FeedCase => ({
    name,
    feed: { body: encode(label, text), headers: { 'Content-Type': contentType } },
    pages: page(name),
    post: {},
  });
  const page = (name: string, options: Parameters<typeof storyPage>[1] = {}): Record<string, Answer> => ({
    [`/story/${name}`]: { body: storyPage(name, options) },
  });
  /** A story whose page is gone: the post shows what was read of the feed. */
  const fromFeed = (name: string, text: string, post: FeedCase['post'] = {}): FeedCase => ({
    name,
    feed: { body: text, headers: { 'Content-Type': 'application/xml' } },
    post: { from: 'feed', ...post },
  });
  /** A story whose page states no date. */
  const dated = (name: string, date: string, expected: string, zone = ''): FeedCase => ({
    name,
    feed: { body: rss(item(name, `<pubDate>${date}</pubDate>`)) },
    pages: page(name, { date: '' }),
    ...(zone === '' ? {} : { zone }),
    post: { date: expected },
  });
  /** A story that the feed links in a way of its own. */
  const linked = (name: string, text: string, pages: Record<string, Answer> = page(name)): FeedCase => ({
    name,
    feed: { body: text, headers: { 'Content-Type': 'application/xml' } },
    pages,
    post: {},
  });

  return [
    linked('rss', rss(item('rss'))),
    linked('atom', atom(`<id>1</id><title>渡轮</title><link href="${link('atom')}"/>`)),
    linked(
      'rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="${origin}"><title>海港</title></channel><item rdf:about="${link('rdf')}"><title>渡轮</title><link>${link('rdf')}</link></item></rdf:RDF>`,
    ),
    linked('json', json({ id: '1', url: link('json'), title: '渡轮' })),

    // Bytes: shown by the feed's own text, since a title is read off the page.
    fromEncoded('gbk', 'gbk', declared('GBK', rss(item('gbk', content('gbk'))))),
    fromEncoded('gb2312', 'gbk', declared('gb2312', rss(item('gb2312', content('gb2312'))))),
    fromEncoded('gbk-header', 'gbk', rss(item('gbk-header', content('gbk-header'))), 'text/xml; charset=gbk'),
    fromEncoded('gbk-lie', 'gbk', declared('gbk', rss(item('gbk-lie', content('gbk-lie')))), 'text/xml; charset=utf-8'),
    fromEncoded('big5', 'big5', declared('big5', rss(item('big5', traditional('big5')))), 'text/xml', TRADITIONAL),
    fromEncoded('sjis', 'shift_jis', declared('Shift_JIS', rss(item('sjis', japanese()))), 'text/xml', JAPANESE),
    fromEncoded('euc-jp', 'euc-jp', declared('EUC-JP', rss(item('euc-jp', japanese()))), 'text/xml', JAPANESE),
    fromEncoded('euc-kr', 'euc-kr', declared('EUC-KR', rss(item('euc-kr', korean()))), 'text/xml', KOREAN),
    fromEncoded('utf-16le', 'utf-16le', `\ufeff${declared('UTF-16', rss(item('utf-16le', content('utf-16le'))))}`),
    fromEncoded('utf-16be', 'utf-16be', `\ufeff${declared('UTF-16', atomContent('utf-16be'))}`),
    fromEncoded('utf-16', 'utf-16le', declared('UTF-16', rss(item('utf-16', content('utf-16'))))),
    encoded('bom', 'utf-8', `\ufeff${declared('UTF-8', rss(item('bom')))}`),
    encoded('blank-line', 'utf-8', `\n\n${declared('UTF-8', rss(item('blank-line')))}`),
    encoded('false-gb2312', 'utf-8', declared('gb2312', rss(item('false-gb2312')))),

    dated('zoneless', '2021-07-16 14:01:00', '2021-07-16T14:01:00+08:00', 'Asia/Singapore'),
    dated('cst', 'Fri, 16 Jul 2021 14:01:00 CST', '2021-07-16T14:01:00+08:00'),
    dated('han-date', '2021年7月16日 14:01', '2021-07-16T14:01:00+08:00', 'Asia/Shanghai'),
    dated('utc', 'Fri, 16 Jul 2021 06:01:00 GMT', '2021-07-16T14:01:00+08:00', 'Asia/Singapore'),
    { ...dated('page-date', 'Mon, 01 Jan 2018 00:00:00 GMT', PAGE_DATE), pages: page('page-date') },

    linked('relative', rss(`<title>渡轮</title><link>/story/relative</link>`)),
    linked('base', atom('<id>1</id><title>渡轮</title><link href="base"/>', 'xml:base="/story/"')),
    linked('permalink', rss(`<title>渡轮</title><guid>${link('permalink')}</guid>`)),
    linked(
      'enclosure',
      atom(
        `<id>1</id><title>渡轮</title><link rel="enclosure" href="/a.mp3"/><link rel="self" href="/x"/><link rel="alternate" href="${link('enclosure')}"/>`,
      ),
    ),
    linked(
      'wrapped',
      rss(
        `<title>渡轮</title><link>https://proxy.example/url?sa=t&amp;url=${encodeURIComponent(link('wrapped'))}</link>`,
      ),
    ),
    linked('proxied', rss('<title>渡轮</title><link>/~r/harbour/3</link>'), {
      '/~r/harbour/3': { status: 301, headers: { Location: '/story/proxied?utm_source=feed' } },
      '/story/proxied?utm_source=feed': { body: storyPage('proxied') },
    }),
    {
      ...linked('amp', rss(`<title>渡轮</title><link>${link('amp')}/amp</link>`), {
        '/story/amp/amp': { body: storyPage('amp', { head: `<link rel="canonical" href="${link('amp')}">` }) },
      }),
    },

    fromFeed('gone', rss(item('gone', content('gone')))),
    fromFeed(
      'described',
      rss(item('described', `<description>&lt;p&gt;${markOf('described')}&lt;/p&gt;</description>`)),
    ),
    {
      ...fromFeed('login', rss(item('login', content('login')))),
      pages: { '/story/login': { status: 403, body: 'Sign in' } },
    },
    {
      ...fromFeed('paywall', rss(item('paywall', content('paywall')))),
      pages: { '/story/paywall': { body: PAYWALL } },
    },
    {
      ...fromFeed('robots', rss(`<title>渡轮 robots</title><link>${origin}/private/robots</link>${content('robots')}`)),
      pages: { '/private/robots': { body: storyPage('forbidden') } },
      post: { from: 'feed', url: `${origin}/private/robots` },
    },
    { ...fromFeed('whole', rss(item('whole', content('whole')))), text: 'feed' },
    fromFeed(
      'xhtml',
      atom(
        `<id>1</id><title type="html">渡轮 xhtml</title><link href="${link('xhtml')}"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${markOf('xhtml')}</p><p>一<br/>二 <b>三</b> &lt;四&gt;</p></div></content>`,
      ),
      { body: '一  \n二 **三** &lt;四>' },
    ),
    fromFeed(
      'quotes',
      rss(
        `<title><![CDATA[他说："好: {{ site }}" 'x' \\ # - [a] &amp; B]]></title><link>${link('quotes')}</link><guid isPermaLink="false">00123</guid>${content('quotes')}`,
      ),
      { title: `他说："好: {{ site }}" 'x' \\ # - [a] & B` },
    ),
    fromFeed(
      'prefixes',
      `<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>海港</title><item><title>渡轮 prefixes</title><link>${link('prefixes')}</link><c:encoded>&lt;p&gt;${markOf('prefixes')}&lt;/p&gt;</c:encoded></item></channel></rss>`,
    ),
    fromFeed(
      'video',
      atom(
        `<id>yt:video:abc</id><title>渡轮 video</title><link rel="alternate" href="${link('video')}"/><published>2024-03-01T00:30:00+00:00</published><media:group><media:content url="${origin}/v/abc" type="application/x-shockwave-flash"/><media:thumbnail url="${origin}/abc.jpg"/><media:description>${markOf('video')}</media:description></media:group>`,
      ),
      { date: '2024-03-01T00:30:00+00:00', body: `[![](${origin}/abc.jpg)](${link('video')})` },
    ),
  ];

  function fromEncoded(
    name: string,
    label: string,
    text: string,
    contentType = 'text/xml',
    body = markOf(name),
  ): FeedCase {
    return {
      name,
      feed: { body: encode(label, text), headers: { 'Content-Type': contentType } },
      post: { from: 'feed', body },
    };
  }

  function atomContent(name: string): string {
    return atom(
      `<id>1</id><title>渡轮 ${name}</title><link href="${link(name)}"/><content type="html">&lt;p&gt;${markOf(name)}&lt;/p&gt;</content>`,
    );
  }
}

const TRADITIONAL = '夜間渡輪又晚點了，港務局說，沒有人知道原因。';
const JAPANESE = '夜の渡し船がまた遅れた。表ソ能によると、理由は誰にもわからない。';
const KOREAN = '밤 나룻배가 또 늦었다. 그 이유를 아는 사람이 없다.';

const traditional = (_name: string): string => `<description>${TRADITIONAL}</description>`;
const japanese = (): string => `<description>${JAPANESE}</description>`;
const korean = (): string => `<description>${KOREAN}</description>`;

const PAYWALL = `<!doctype html><html lang="zh-CN"><head><title>渡轮 paywall</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"渡轮 paywall","isAccessibleForFree":false}</script></head><body><article><h1>渡轮 paywall</h1><p>港务局星期二说，渡轮晚点。</p></article></body></html>`;

function encode(label: string, text: string): Uint8Array {
  if (label === 'utf-8') return Buffer.from(text);
  if (label === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (label === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  // What an encoding lacks is written as a reference, as generators of feeds do.
  const encodeCharacter = createMultibyteEncoder(label);
  return Buffer.concat(
    Array.from(text, (character) => {
      try {
        return encodeCharacter(character);
      } catch {
        return Buffer.from(`&#${character.codePointAt(0)};`);
      }
    }),
  );
}
