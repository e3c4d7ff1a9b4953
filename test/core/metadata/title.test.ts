import { describe, expect, it } from 'vitest';
import { splitTitle } from '../../../src/core/metadata/title-parts.ts';
import { jsonLd, readPage } from './read-page.ts';

const titleOf = (parts: Parameters<typeof readPage>[0]) => readPage(parts).fields.title.value;
const og = (title: string) => `<meta property="og:title" content="${title}">`;

describe('the headline', () => {
  it('is the heading that agrees with the head of the page', () => {
    const body = '<h1>The Quay</h1><h2>Related</h2><h1>Night ferry keeps running</h1>';
    expect(titleOf({ head: og('Night ferry keeps running'), body })).toBe('Night ferry keeps running');
  });

  it('is the only first-level heading even where the head says something for search engines', () => {
    expect(titleOf({ head: og('Ferry: all times, prices, news'), body: '<h1>Night ferry keeps running</h1>' })).toBe(
      'Night ferry keeps running',
    );
  });

  it.each([
    [
      '<title>Night ferry keeps running | The Quay</title><meta property="og:site_name" content="The Quay">',
      'Night ferry keeps running',
    ],
    [
      '<title>The Quay - Night ferry keeps running</title><meta property="og:site_name" content="The Quay">',
      'Night ferry keeps running',
    ],
    ['<title>Night ferry keeps running – Daily Quay</title>', 'Night ferry keeps running'],
  ])('loses the site’s name: %s', (head, expected) => {
    expect(titleOf({ head, url: 'https://www.dailyquay.example/a' })).toBe(expected);
  });

  it('loses the sections behind the site’s name', () => {
    const head = '<title>夜渡照开 - 蓝桥日报 - 港口</title><meta property="og:site_name" content="蓝桥日报">';
    expect(titleOf({ lang: 'zh', head, body: '' })).toBe('夜渡照开');
  });

  it('is the heading where a quotation mark cut og:title short', () => {
    const body = '<h1>奖金711万元！"中国诺贝尔奖"首位获奖女性啥来头?</h1>';
    expect(
      titleOf({ lang: 'zh', head: '<meta property="og:title" content="奖金711万元！"中国诺贝尔奖"首位">', body }),
    ).toBe('奖金711万元！"中国诺贝尔奖"首位获奖女性啥来头?');
  });

  it.each([
    ['a button', '<button>Copy path</button>'],
    ['a link to itself', '<a class="permalink" href="#ferry">¶</a>'],
    ['what is hidden', '<span hidden>Save this page</span>'],
  ])('leaves out %s in the heading', (_, tool) => {
    expect(
      titleOf({ head: '<title>Night ferry</title>', body: `<h1>Night <a href="/ferry">ferry</a> ${tool}</h1>` }),
    ).toBe('Night ferry');
  });

  it('leaves out a rubric that the heading holds', () => {
    const body = '<h1><span>Harbour</span> <span>Night ferry keeps running</span></h1>';
    expect(titleOf({ head: og('Night ferry keeps running'), body })).toBe('Night ferry keeps running');
  });

  it('keeps a number that no element of its own sets off', () => {
    const head = jsonLd({ '@type': 'Article', headline: 'Ferry timetable and prices' });
    expect(titleOf({ head, body: '<h1>2025 Ferry timetable and prices</h1>' })).toBe('2025 Ferry timetable and prices');
  });

  it('leaves out a date behind a sign', () => {
    const body = '<h1 class="site">Quay</h1><h2>Night ferry keeps running / Dec 2025</h2>';
    expect(titleOf({ head: og('Night ferry keeps running'), body, url: 'https://quay.example/a' })).toBe(
      'Night ferry keeps running',
    );
  });

  it('is not one word of what the head says', () => {
    const title = 'How we found a leak at Quay, Pier, Dock, Ferry, and a hundred others';
    expect(titleOf({ head: og(title), body: '<h1>Select</h1><h1>Dock</h1>' })).toBe(title);
  });

  it.each([
    ['Night ferry keeps running | Quay.example', 'https://news.quay.example/a'],
    ['Night ferry keeps running | Quay Ferries', 'https://ferries.quay.example/a'],
    ['quay.example Night ferry keeps running', 'https://quay.example/a'],
  ])('loses the name that is the site’s address: %s', (title, url) => {
    expect(titleOf({ head: `<title>${title}</title>`, url })).toBe('Night ferry keeps running');
  });

  it('joins the letters that an element parts by its looks only', () => {
    const body = '<h1>Night <span class="cap">F</span>erry keeps running</h1>';
    expect(titleOf({ head: og('Night Ferry keeps running'), body })).toBe('Night Ferry keeps running');
  });

  it('is not the name of the site above the headline that the title says', () => {
    const head = '<title>Ferries and harbours » Quay Club</title>';
    const body = '<h1>Quay Club, the friends of ferries and harbours</h1><h2>Ferries and harbours</h2>';
    expect(titleOf({ head, body })).toBe('Ferries and harbours');
  });

  it.each([
    ['shown twice, for narrow and wide screens', '<h1>Setting up a dock</h1><h1>Setting up a dock</h1>'],
    ['called so by its class', '<h1 class="headline">Setting up a dock</h1><h1 class="widget">Next in your guide</h1>'],
  ])('is the first-level heading that is %s', (_, body) => {
    expect(titleOf({ head: og('How do you moor a ferry?'), body })).toBe('Setting up a dock');
  });

  it('is not a heading that leads to another story, nor one with nothing below it', () => {
    const head = '<title>Where to cycle near Quay</title>';
    const neighbour = '<div><h1><a href="/where-to-sail">Where to sail near Quay</a></h1></div>';
    expect(titleOf({ head, body: neighbour })).toBe('Where to cycle near Quay');
    const widget = '<p>The text of the page, above the widget of the translator.</p><h1>Original text</h1>';
    expect(titleOf({ head, body: widget, tail: '' })).toBe('Where to cycle near Quay');
  });

  it('loses a site’s name that is made of parts', () => {
    const name = 'Admissions Blog - University of the Quay';
    const head = `${og(`Night ferry keeps running - ${name}`)}<meta property="og:site_name" content="${name}">`;
    expect(titleOf({ head })).toBe('Night ferry keeps running');
  });

  it('is in the story though the layout is named after its sidebar', () => {
    const body = '<div class="content-sidebar-wrap"><h1>Night ferry keeps running</h1></div>';
    expect(titleOf({ head: og('Ferry times'), body })).toBe('Night ferry keeps running');
  });

  it('keeps the publisher’s own spaces, and not those of the template', () => {
    expect(titleOf({ body: '<h1>王毅会见外长   吁共同\n      抵制</h1>' })).toBe('王毅会见外长   吁共同 抵制');
  });

  it('decodes entities once and drops control characters', () => {
    const head = og('AT&amp;T says &lt;b&gt;no&lt;/b&gt; &amp;amp; stop');
    expect(titleOf({ head })).toBe('AT&T says <b>no</b> &amp; stop');
    expect(titleOf({ head: jsonLd('{"@type":"Article","headline":"Bell\\u0007 and\\u0000 escape"}') })).toBe(
      'Bell and escape',
    );
    expect(titleOf({ head: jsonLd('{"@type":"Article","headline":"Broken \\ud83d pair"}') })).toBe(
      'Broken \ufffd pair',
    );
  });

  it('reads ruby as one text', () => {
    expect(
      titleOf({ lang: 'ja', body: '<h1><ruby>子<rt>こ</rt></ruby>どもの<ruby>法律<rt>ほうりつ</rt></ruby></h1>' }),
    ).toBe('子どもの法律');
  });

  it('is the site’s name where the page has none', () => {
    expect(titleOf({})).toBe('news.example');
  });
});

describe('splitTitle', () => {
  it.each([
    ['Night ferry | News | Quay', ['Night ferry', 'News', 'Quay']],
    ['渡轮照开_财经_腾讯网', ['渡轮照开', '财经', '腾讯网']],
    ['渡轮照开-新华网', ['渡轮照开', '新华网']],
    ['渡轮照开--人民网', ['渡轮照开', '人民网']],
    ['渡轮照开|游民星空', ['渡轮照开', '游民星空']],
    ['North-south ferry: a history', ['North-south ferry: a history']],
  ])('%s', (title, parts) => {
    expect(splitTitle(title)).toEqual(parts);
  });
});
