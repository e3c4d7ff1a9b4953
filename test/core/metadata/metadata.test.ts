import { describe, expect, it } from 'vitest';
import { jsonLd, readPage } from './read-page.ts';

const fieldsOf = (parts: Parameters<typeof readPage>[0]) => readPage(parts).fields;

describe('the address of a story', () => {
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;

  it('is the canonical one of its own site, without tracking and fragment', () => {
    const url = 'https://m.news.example/a?id=7&utm_source=x#top';
    expect(fieldsOf({ url }).url).toBe('https://m.news.example/a?id=7');
    expect(fieldsOf({ url, head: canonical('https://www.news.example/ferry?utm_medium=y') }).url).toBe(
      'https://www.news.example/ferry',
    );
    expect(fieldsOf({ url, head: canonical('/ferry') }).url).toBe('https://m.news.example/ferry');
  });

  it.each(['https://bank.example/notice', 'javascript:alert(1)', 'https://news.example/', 'not an address'])(
    'is never %s',
    (href) => {
      const url = 'https://news.example/story';
      expect(fieldsOf({ url, head: `${canonical(href)}<meta property="og:url" content="${href}">` }).url).not.toContain(
        'bank',
      );
      if (href !== 'not an address') expect(fieldsOf({ url, head: canonical(href) }).url).toBe(url);
    },
  );

  it('holds no password', () => {
    const { url, pageUrl } = fieldsOf({ url: 'https://ann:secret@news.example/a?token=7#:~:text=ferry' });
    expect([url, pageUrl]).toEqual(['https://news.example/a?token=7', 'https://news.example/a?token=7']);
  });

  it('is not moved by a base element', () => {
    expect(fieldsOf({ head: '<base href="https://cdn.example/">' }).url).toBe('https://news.example/story');
  });
});

describe('the site’s name', () => {
  const zh = { lang: 'zh', url: 'https://news.portal.example/1', body: '<h1>夜渡照开</h1>' };

  it('is what the page says', () => {
    expect(fieldsOf({ head: '<meta property="og:site_name" content="The Quay">' }).siteName.value).toBe('The Quay');
    const publisher = { '@type': 'Organization', name: 'The Quay' };
    expect(fieldsOf({ head: jsonLd({ '@type': 'NewsArticle', publisher }) }).siteName.value).toBe('The Quay');
  });

  it.each([
    ['夜渡照开_蓝桥新闻', '蓝桥新闻'],
    ['夜渡照开-蓝桥网', '蓝桥网'],
    ['夜渡照开_财经_蓝桥网', '蓝桥网'],
  ])('stands behind the headline: %s', (title, name) => {
    expect(fieldsOf({ ...zh, head: `<title>${title}</title>` }).siteName.value).toBe(name);
  });

  it('is known for a publisher, and the host at last', () => {
    expect(fieldsOf({ url: 'https://www.zaobao.com.sg/a', lang: 'zh' }).siteName.value).toBe('联合早报');
    expect(fieldsOf({ url: 'https://www.zaobao.com.sg/a', lang: 'zh', siteRules: false }).siteName.value).toBe(
      'zaobao.com.sg',
    );
  });
});

describe('language and direction', () => {
  it('are declared, unless the text proves otherwise', () => {
    const chinese = '<h1>港务委员会说这笔钱必须另外想办法解决，他们来开会时问过这个问题</h1>';
    expect(fieldsOf({ lang: 'de-at' }).language).toEqual({ value: 'de-AT', origin: 'html-lang' });
    expect(fieldsOf({ lang: '', head: '<meta property="og:locale" content="pt_BR">' }).language.value).toBe('pt-BR');
    expect(fieldsOf({ lang: 'zh-TW', body: chinese }).language.value).toBe('zh-TW');
    const wrong = fieldsOf({ lang: 'en', body: chinese.repeat(20) });
    expect(wrong.language).toEqual({ value: 'zh-Hans', origin: 'detected' });
    expect(
      fieldsOf({
        lang: '',
        body: '<h1>항만위원회는 어젯밤 회의를 열고 야간 여객선 운항을 계속하기로 했다 항만위원회는 어젯밤</h1>'.repeat(
          9,
        ),
      }).language.value,
    ).toBe('ko');
  });

  it('go from right to left in Arabic, Persian and Hebrew', () => {
    expect(fieldsOf({ lang: 'fa' }).direction).toBe('rtl');
    expect(fieldsOf({ lang: 'en' }).direction).toBe('ltr');
    expect(fieldsOf({ lang: 'en', body: '<script>document.body.dir = "rtl"</script>' }).direction).toBe('ltr');
  });
});

describe('the other fields', () => {
  it('have keywords once each and never more than thirty', () => {
    const keywords = ['Ferry', 'ferry', ' Quay, 港口 、 船', 7, null, { name: 'Night' }];
    expect(fieldsOf({ head: jsonLd({ '@type': 'NewsArticle', keywords }) }).keywords.value).toEqual([
      'Ferry',
      'Quay',
      '港口',
      '船',
      '7',
      'Night',
    ]);
    const many = Array.from({ length: 99 }, (_, index) => `k${index}`).join(',');
    expect(fieldsOf({ head: `<meta name="keywords" content="${many}">` }).keywords.value).toHaveLength(30);
  });

  it('have a picture only on the web, as an absolute address', () => {
    const image = (content: string) =>
      fieldsOf({ head: `<meta property="og:image" content="${content}">` }).leadImage?.value;
    expect(image('/a.jpg')).toBe('https://news.example/a.jpg');
    expect(image('data:image/png;base64,AAAA')).toBeUndefined();
    expect(image('javascript:alert(1)')).toBeUndefined();
  });

  it('have a description of one line and a section', () => {
    const head =
      '<meta name="description" content="Boats&#10;---&#10;pwned: true"><meta property="article:section" content="Harbour">';
    expect(fieldsOf({ head })).toMatchObject({
      description: { value: 'Boats --- pwned: true' },
      section: { value: 'Harbour' },
    });
  });
});

describe('a hostile page', () => {
  it('may name its metadata like the insides of objects', () => {
    const names = ['__proto__', 'constructor', 'toString', '(a+)+$', '['];
    const head = names.map((name) => `<meta name="${name}" content="x">`).join('');
    const data =
      '{"@type":"NewsArticle","__proto__":{"polluted":true},"author":{"__proto__":{"name":"x"},"name":"Ann Lee"}}';
    expect(fieldsOf({ head: head + jsonLd(data) }).authors.value).toEqual(['Ann Lee']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('may write any JSON', () => {
    const texts = [
      '{ not json',
      '',
      'null',
      '7',
      `${'['.repeat(50_000)}`,
      `${'{"a":'.repeat(20_000)}1`,
      '{"@graph":[{"@type":["Article",null,7],"headline":{"@value":"x"},"author":[[["deep"]]],"publisher":"s"}]}',
      '"'.repeat(50_000),
      '\\'.repeat(50_000),
    ];
    for (const text of texts)
      expect(fieldsOf({ head: jsonLd(text), body: '<h1>Ferry</h1>' }).title.value).toBe('Ferry');
  });

  it('may shadow the members of its forms', () => {
    const names = [
      'childNodes',
      'parentNode',
      'getAttribute',
      'localName',
      'nodeName',
      'textContent',
      'className',
      'id',
    ];
    const controls = names.map((name) => `<input name="${name}">`).join('');
    const body = `<h1>Ferry</h1><form class="x">${controls}<p>By Ann Lee</p></form><p>5 March 2024</p>`;
    expect(fieldsOf({ body })).toMatchObject({ authors: { value: ['Ann Lee'] }, published: { value: '2024-03-05' } });
  });

  it('may be a thousand elements deep, or a megabyte of blanks', () => {
    const deep = `${'<div>'.repeat(1_000)}5 March 2024${'</div>'.repeat(1_000)}`;
    expect(fieldsOf({ body: `<h1>Ferry</h1>${deep}` }).published?.value).toBe('2024-03-05');
    const blanks = ' '.repeat(1_000_000);
    const head = `<title>Ferry${blanks}| x</title><meta name="author" content="By${blanks}x"><meta property="og:title" content="a${blanks}b">`;
    expect(
      fieldsOf({ head, body: `<h1>Ferry${blanks}report</h1><p class="byline">By${blanks}Ann Lee</p>` }).title.value,
    ).toBe('Ferry report');
  });
});
