import { describe, expect, it } from 'vitest';
import { jsonLd, readPage } from './read-page.ts';

const HEADLINE = '<h1>Night ferry keeps running</h1>';
const by = (parts: Parameters<typeof readPage>[0]) => readPage({ body: HEADLINE, ...parts }).fields.authors.value;
const shown = (line: string, lang = 'en') => by({ lang, body: `${HEADLINE}${line}` });

describe('the writers of a story', () => {
  it.each([
    ['one person', { name: 'Ann Lee' }, ['Ann Lee']],
    ['several, in order', [{ name: 'Ann Lee' }, { name: 'Bo Ek' }], ['Ann Lee', 'Bo Ek']],
    ['strings', ['Ann Lee', 'Bo Ek'], ['Ann Lee', 'Bo Ek']],
    ['one string with a list', 'By Ann Lee and Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['an escaped name', { '@type': 'Person', name: 'Ann O&#039;Dea' }, ["Ann O'Dea"]],
  ])('are read from JSON-LD: %s', (_, author, expected) => {
    expect(by({ head: jsonLd({ '@type': 'NewsArticle', author }) })).toEqual(expected);
  });

  it('are a desk that head and text name, where there is nobody else', () => {
    const body = `${HEADLINE}<p>Quay Town Staff 3 May 2024</p>`;
    expect(by({ head: '<meta name="parsely-author" content="Quay Town Staff">', body })).toEqual(['Quay Town Staff']);
  });

  it('are the team that signs for its site', () => {
    const author = { '@type': 'Organization', name: 'GullTunnel Team' };
    const publisher = { '@type': 'Organization', name: 'GullTunnel' };
    const head = `${jsonLd({ '@type': 'BlogPosting', author, publisher })}<meta name="author" content="GullTunnel Team">`;
    expect(by({ head })).toEqual(['GullTunnel Team']);
  });

  it('are followed through references', () => {
    const graph = [
      { '@type': 'Article', author: { '@id': '#ann' } },
      { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
    ];
    expect(by({ head: jsonLd({ '@graph': graph }) })).toEqual(['Ann Lee']);
  });

  it.each([
    ['<p class="byline">By Ann Lee and Bo Ek</p>', ['Ann Lee', 'Bo Ek']],
    ['<p class="byline">BY ANN LEE</p>', ['ANN LEE']],
    ['<p><a href="/search?q=ann">by Ann Lee</a> ● December 23, 2025 ● 4 min</p>', ['Ann Lee']],
    ['<p>Ann Lee | Senior Writer | July 2, 2025</p>', ['Ann Lee']],
    ['<p><strong>Contributors:</strong> Ann Lee</p>', ['Ann Lee']],
    ['<p class="author"><b class="author-name">Ann Lee</b> <i>Gardener</i></p>', ['Ann Lee']],
    [
      '<p class="author">by <a href="/about">Ann Lee</a>, Senior Director, Content &amp; Marketing, Gull Institute</p>',
      ['Ann Lee'],
    ],
    [
      '<p class="author"><b class="author-name">Ann Lee</b> <i class="author-title">Gardener &amp; Astrologer</i></p>',
      ['Ann Lee'],
    ],
    ['<p class="author"><a href="/u/ann">Ann Lee</a> <i>Writer, Hardware</i></p>', ['Ann Lee']],
    ['<p class="byline">Ann Lee, Trial Attorney</p>', ['Ann Lee']],
    ['<h6>Author(s)</h6><ul><li>Ann J. Lee</li><li>Bo C. Ek</li></ul>', ['Ann J. Lee', 'Bo C. Ek']],
    ['<ul><li><i>Author, </i>Ann Lee</li><li><i>Role, </i>Reporter on the quay</li></ul>', ['Ann Lee']],
    ['<p class="powered-by">Secure checkout powered by Acme</p>', []],
    ['<div class="shop-by">Shop by Brand</div>', []],
    [
      '<p>By Ann Lee</p><p>Author: Bo Ek</p><p>A book.</p><p>Author: Cy Dee</p><p>Another book.</p><p>Tags: Bo Ek</p>',
      ['Ann Lee'],
    ],
    ['<p class="author-name">Sat, 13 Dec 2025</p>', []],
    ['<p class="by">myself?</p>', []],
    ['<p>Von Ann Lee und Bo Ek</p>', ['Ann Lee', 'Bo Ek']],
    ['<p>Par Loïc Le Clerc</p>', ['Loïc Le Clerc']],
    ['<p>Posted on 3 May 2024 by Ann Lee</p>', ['Ann Lee']],
    ['<p class="author">Veröffentlicht von Ann Lee am 3. Mai 2024</p>', ['Ann Lee']],
    ['<p class="byline">Ann Lee, Senior Staff Writer</p>', ['Ann Lee']],
    ['<p class="byline">By Ann Lee May 3, 2024</p>', ['Ann Lee']],
    ['<p class="byline">By Theresa May</p>', ['Theresa May']],
    ['<p class="byline">By Ann Lee Tuesday</p>', ['Ann Lee']],
    ['<p class="byline">By Ann Lee Senior Politics Editor</p>', ['Ann Lee']],
    ['<p class="byline">By ANN LEE, AP National Political Writer</p>', ['ANN LEE']],
    ['<p class="byline">By Ann Lee and Bo Ek, Associated Press</p>', ['Ann Lee', 'Bo Ek']],
    ['<p>Von Ann Lee, dpa</p>', ['Ann Lee']],
    ['<p class="author">Artikel von Alexa von der Ley</p>', ['Alexa von der Ley']],
    ['<p class="date-author">Ann Lee, 01.12.2021</p>', ['Ann Lee']],
    ['<p>04.02.2022 | 13:10 Uhr | Ann Lee</p>', ['Ann Lee']],
    ['<p>Stars 06.11.2023 13:30 von Ann Lee</p>', ['Ann Lee']],
    ['<p>The ferry ran all night.</p><p>Autorin: Ann Lee</p>', ['Ann Lee']],
    ['<p class="byline">Ann Lee | ann@quay.example</p>', ['Ann Lee']],
    ['<p class="byline">Essay von Ann Lee</p>', ['Ann Lee']],
    ['<a rel="author" href="/a">Ann Lee</a> <a rel="author" href="/b">Bo Ek</a>', ['Ann Lee', 'Bo Ek']],
    ['<p>By <a rel="author" href="/a">Max von Berg and Bo Ek</a></p>', ['Max von Berg', 'Bo Ek']],
    ['<span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span>', ['Ann Lee']],
    ['<span class="vcard"><a class="fn" href="/author/annlee7">annlee7</a></span>', ['annlee7']],
    // A label in a line of its own.
    ['<div><p>Written by</p><p>Ann Lee</p></div>', ['Ann Lee']],
    ['<div><div>By</div><div>Ann Lee</div><div>|</div><div>6</div><div>mins</div></div>', ['Ann Lee']],
    ['<p>by ibby</p>', ['ibby']],
    [
      '<p>The ferry ran all night.</p><p>This post was written by Ann Lee, Head of Marketing and Events</p>',
      ['Ann Lee'],
    ],
    // What a person does, and degrees.
    ['<p class="byline">By Ann Lee, Head of Marketing and Events</p>', ['Ann Lee']],
    ['<p>03/01/2017 by Ann Lee, Candidate Representative to the Liaison Committee</p>', ['Ann Lee']],
    ['<p class="author"><span>Ann Lee</span> <span>Founder at Quay Oak</span></p>', ['Ann Lee']],
    ['<p>By Ann Lee, MS, RDN and Bo Ek</p>', ['Ann Lee, MS, RDN', 'Bo Ek']],
    ['<span class="entry-author">Paramita (Rita) Ghosh</span>', ['Paramita (Rita) Ghosh']],
    ['<span class="entry-author">Ann Lee (Reuters)</span>', ['Ann Lee']],
    // Links to pages about writers, portraits, lists.
    ['<div class="css-1"><a href="/authors/ann-lee">Ann Lee</a></div>', ['Ann Lee']],
    [
      '<ul><li><a href="/authors/ann">Ann Lee</a></li><li><a href="/authors/bo">Bo Ek</a></li></ul>',
      ['Ann Lee', 'Bo Ek'],
    ],
    ['<div><img alt="Headshot of Ann Lee, Writer" src="a.jpg"><span class="x9">Ann Lee</span></div>', ['Ann Lee']],
    ['<ul class="authors"><li>Ann Lee</li><li>Bo Ek</li></ul>', ['Ann Lee', 'Bo Ek']],
    ['<p><span class="author">Ann Lee</span>, <span class="author">Bo Ek</span></p>', ['Ann Lee', 'Bo Ek']],
    // Other scripts.
    ['<p>بقلم: أحمد علي</p>', ['أحمد علي']],
    ['<p>מאת: אנה לוי</p>', ['אנה לוי']],
  ])('are read beside the headline: %s', (line, expected) => {
    expect(shown(line)).toEqual(expected);
  });

  it.each([
    ['<p>（记者 陈小明）港务委员会昨晚开会，经过四个小时的质询之后，同意让夜间渡轮继续开行。</p>', ['陈小明']],
    ['<p>蓝桥日报讯（记者 陈小明 实习生 王丽）港务委员会昨晚开会。</p>', ['陈小明', '王丽']],
    ['<p>文／陳小明</p>', ['陳小明']],
    ['<p>采写：南都记者 余小菁 向小妮</p>', ['余小菁', '向小妮']],
    ['<p>记者陈小明／台北报道</p>', ['陈小明']],
    ['<p>記者陳小明／台北報導</p>', ['陳小明']],
    ['<p>【文/蓝桥网专栏作者 王文】</p>', ['王文']],
    ['<p>【蓝桥日报 王小明】港务委员会昨晚开会，同意让夜间渡轮继续开行。</p>', ['王小明']],
    ['<p>2024-03-05 12:11 来源：蓝桥时报网 作者：李在山</p>', ['李在山']],
    ['<p>港务委员会昨晚开会，同意让夜间渡轮继续开行。（张巨峰）</p>', ['张巨峰']],
    ['<p>渡轮照开，船员欢迎。(文/图 刘小东 易小楠)</p>', ['刘小东', '易小楠']],
    ['<p>渡轮照开，船员欢迎。蓝桥日报记者 陈小明 编辑 王丽 校对 李铭</p>', ['陈小明']],
    ['<p>（通讯员 李小雯 刘　会）港务委员会昨晚开会。</p>', ['李小雯', '刘会']],
  ])('are read inside a Chinese text: %s', (line, expected) => {
    expect(shown(line, 'zh')).toEqual(expected);
  });

  it('are read inside a Korean text', () => {
    expect(shown('<p>[서울=란챠오] 홍길동 기자 = 항만위원회는 어젯밤 회의를 열었다.</p>', 'ko')).toEqual(['홍길동']);
  });

  it.each([
    ['an editor', '<p>责任编辑：王丽</p>'],
    ['a source', '<p>2024-03-05 来源：新华网</p>'],
    ['a photographer', '<p>Photo: Ann Lee</p>'],
    ['a photographer in a caption', '<p>渡轮昨晚照开，船员欢迎。（陈小明摄）</p>'],
    ['a share bar', '<p class="author">Share</p>'],
    ['a content system', '<p class="byline">By admin</p>'],
    ['a link to the profile', '<p><a rel="author" href="/profile">Afficher mon profil complet</a></p>'],
    ['an address', '<p class="author"><a href="https://x.example">https://x.example/ann</a></p>'],
    [
      'prose',
      '<p>By the time the council met, the pilots had left, and so had everyone who had come to listen to them.</p>',
    ],
  ])('are not %s', (_, line) => {
    expect(shown(line, 'zh')).toEqual([]);
  });

  it('are people before the house that they write for', () => {
    const head = '<meta property="og:site_name" content="Quay Daily">';
    expect(by({ head, body: `${HEADLINE}<p class="byline">By Ann Lee, Quay Daily</p>` })).toEqual(['Ann Lee']);
    const list = '<meta name="author" content="Ann Lee, Bo Ek and the Associated Press">';
    expect(by({ head: list })).toEqual(['Ann Lee', 'Bo Ek']);
    const house = 'Institute for Ferries, Quays and Tides';
    const body = `${HEADLINE}<p>The ${house} says so.</p>`;
    expect(by({ head: `<meta name="author" content="${house}">`, body })).toEqual([house]);
  });

  it.each([
    '<p>New York, 05.12.2021</p>',
    '<p class="byline">Alle Beiträge</p>',
    '<p class="author">wordpressadmin</p>',
  ])('are not in %s', (line) => {
    expect(shown(line)).toEqual([]);
  });

  it('are not the portal in the head of the page', () => {
    const head = '<meta name="author" content="网易"><meta property="og:site_name" content="网易">';
    expect(by({ lang: 'zh', head })).toEqual([]);
    expect(by({ lang: 'zh', head, body: `${HEADLINE}<p>新京报讯（记者 陈小明）昨晚，港务委员会开会。</p>` })).toEqual([
      '陈小明',
    ]);
  });

  it('are not the editor in the head of the page', () => {
    expect(by({ lang: 'zh', head: '<meta name="author" content="责任编辑：王丽">' })).toEqual([]);
  });

  it('are read from scholarly tags with the family name first', () => {
    const tags = (...names: string[]) =>
      names.map((name) => `<meta name="citation_author" content="${name}">`).join('');
    expect(by({ head: tags('Lee, Ann Marie', 'van der Ek, Bo') })).toEqual(['Ann Marie Lee', 'Bo van der Ek']);
    expect(by({ head: tags('Lee, A. M.') })).toEqual(['A. M. Lee']);
    expect(by({ head: tags('Ann Lee', 'Bo Ek') })).toEqual(['Ann Lee', 'Bo Ek']);
    expect(by({ head: '<meta name="citation_authors" content="Lee, Ann; Ek, Bo">' })).toEqual(['Ann Lee', 'Bo Ek']);
    expect(by({ head: '<meta name="author" content="Ann Lee, Bo Ek">' })).toEqual(['Ann Lee', 'Bo Ek']);
  });

  it('are who has a site of the same name, where the head states it', () => {
    const site = '<meta property="og:site_name" content="Cory Dransfield">';
    const body = `<header>Cory Dransfield</header>${HEADLINE}`;
    const stated = '<meta name="author" content="Cory Dransfield">';
    expect(by({ head: site + stated, body })).toEqual(['Cory Dransfield']);
    expect(by({ head: site, body })).toEqual([]);
    const inner = { head: (site + stated).replaceAll('Dransfield', 'McDransfield'), body: body.replace('D', 'McD') };
    expect(by(inner)).toEqual(['Cory McDransfield']);
  });

  it('are a desk that JSON-LD calls a person', () => {
    const author = { '@type': 'Person', name: 'Quayside Contributor' };
    expect(by({ head: jsonLd({ '@type': 'NewsArticle', author }) })).toEqual(['Quayside Contributor']);
  });

  it('are not the icons of a menu', () => {
    const icon = (name: string) => `<p><img src="/i.png" alt="${name}"> ${name}</p>`;
    expect(shown(['Help Center', 'Quay Tours', 'Night Ferry', 'Fare Table'].map(icon).join(''))).toEqual([]);
    expect(shown(`<nav>${icon('Help Center')}</nav>`)).toEqual([]);
    expect(shown(icon('Ann Lee'))).toEqual(['Ann Lee']);
  });

  it('are not the writers of other stories, linked far below', () => {
    const far = '<p>The ferry ran all night, and nobody was left on the quay.</p>'.repeat(80);
    expect(shown(`${far}<a href="/authors/ann-lee">Ann Lee</a>`)).toEqual([]);
  });

  it('are not those who comment', () => {
    expect(shown('<p>Text.</p><div class="comments"><span class="author vcard">Troll Ann</span></div>')).toEqual([]);
  });
});
