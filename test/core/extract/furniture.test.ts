import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { looseText } from '../../../src/core/extract/article-passes/loose-text.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { extract, PARAGRAPHS, page, STORY } from './page.ts';

const WHOLE = PARAGRAPHS.join('\n\n');
const bodyOf = (html: string): HTMLElement => new JSDOM(html).window.document.body;
const middle = (html: string): string => {
  const [first, second, ...rest] = STORY.split('\n');
  return [first, second, html, ...rest].join('\n');
};

describe('boilerplate in a page', () => {
  it.each([
    [
      'a cookie banner',
      {
        before:
          '<div id="cookie-banner"><p>We use cookies to make this site work, to count readers, and to show advertisements that follow you.</p></div>',
      },
    ],
    [
      'a dialog',
      {
        before:
          '<div role="dialog" aria-modal="true"><p>Sign in to keep reading this and every other story, without limits, on all your devices.</p></div>',
      },
    ],
    ['a menu', { before: '<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>' }],
    [
      'text hidden by its style',
      {
        story: middle(
          '<p style="display:none">The mayor has resigned, say people who were never asked, and nobody can see this line.</p>',
        ),
      },
    ],
    [
      'text for screen readers',
      { story: middle('<span class="sr-only">Skip past the advertisement that stands here</span>') },
    ],
    [
      'an advertisement',
      {
        story: middle(
          '<div class="ad-slot"><p>Buy two lenses and pay for one, this week only, at the shop on the pier.</p></div>',
        ),
      },
    ],
    [
      'a newsletter box',
      {
        story: middle(
          '<div class="newsletter-signup"><p>Get the harbour letter every morning, free, in your inbox.</p></div>',
        ),
      },
    ],
    [
      'related links',
      { story: middle('<ul class="related"><li><a href="/a">Bells of the chapel to be recast</a></li></ul>') },
    ],
    [
      'a label with links below',
      {
        story: middle(
          '<p><strong>Read more:</strong></p><ul><li><a href="https://news.example/a">Bells of the chapel to be recast</a></li></ul>',
        ),
      },
    ],
    [
      'a paragraph that is a link',
      { story: middle('<p><a href="https://news.example/b">Council to hear the engineer on Thursday</a></p>') },
    ],
    [
      'a bold link in capitals',
      { story: middle('<p><a href="/keepers"><strong>KEEPERS PROUD OF THE LAMP AT MORAN</strong></a></p>') },
    ],
    ['a call to subscribe', { story: middle('<p>Subscribe to our newsletter for more stories like this one.</p>') }],
    ['share buttons', { after: '<div class="social-share"><a href="#">Tweet</a></div>' }],
    [
      'comments',
      {
        after:
          '<section id="comments"><p>I was there that night, and I can tell you that the bells were never rung before ten.</p></section>',
      },
    ],
    ['a byline and a date', { before: '<p class="byline">By Ada Moor</p><p>12 March 2024</p>' }],
    ['a source line', { after: '<p>Source: Harbour Gazette</p>' }],
    ['a notice of rights', { after: '<p>© 2024 Harbour Gazette. All rights reserved.</p>' }],
    [
      'cards of other stories',
      {
        after:
          '<article><h2><a href="/other">The pier is painted</a></h2><p>Painters have begun with the northern rail, and hope for a dry week, and for no gulls.</p></article>',
      },
    ],
    [
      'a box to sign up that bears no name',
      {
        story: middle(
          '<div class="q7"><h4>The morning in five minutes</h4><p>Our editors pick the stories that matter and send them to your inbox at seven.</p><form><input type="email"></form></div>',
        ),
      },
    ],
    [
      'a notice about cookies that bears no name',
      { before: '<div class="q8"><p>We and our partners store and access information on your device.</p></div>' },
    ],
    [
      'a date that stands bare',
      { story: `<header><time>12 March 2024</time> <span>17:32</span><div></div></header>${STORY}` },
    ],
    ['the name of a file for a caption', { story: middle('<p>IMG_2041-lighthouse.jpg</p>') }],
    ['a share bar without its buttons', { story: `<p>FacebookTwitterLinkedInEmail</p>${STORY}` }],
    [
      'what the author is',
      {
        head: '<meta name="author" content="Ada Moor">',
        after:
          '<p>Ada Moor covers the harbour for the Gazette, has written four books about the sea, and lives in the old customs house.</p>',
      },
    ],
    ['where the author can be reached', { after: '<p>She can be reached at moor@news.example.</p>' }],
    ['a mark of the end', { after: '<p>- THE END -</p>' }],
    ['a Chinese mark of the end', { after: '<p>（完）</p>' }],
    ['a headline repeated', { before: '<h2>The lighthouse goes dark</h2>' }],
    ['a print header', { before: '<div class="print-only">https://news.example/lighthouse</div>' }],
  ])('goes: %s', (_, parts) => {
    expect(extract(page(parts)).text).toBe(WHOLE);
  });

  it('goes in Chinese too', () => {
    const story = [
      '（原标题：灯塔熄灭）',
      '星期天傍晚，莫兰角的灯塔九十年来第一次熄灭，港务长说这不是意外，而是有人故意把灯室从里面锁上了。',
      '守塔人发现窗户紧闭，桌上留着一张字条，请大家安静、耐心，并换一块新的透镜，字迹工整，没有署名。',
      '中午就出海的渔民听着教堂的钟声返航，司事一直敲到午夜，没有人失踪，也没有船只受损。',
      '市议会将在星期四开会，听取工程师的意见，他在两年前的冬天就警告说旧机器会停下来。',
      '责任编辑：王小明',
      '延伸阅读',
    ];
    const { text } = extract(page({ lang: 'zh', story: story.map((line) => `<p>${line}</p>`).join('') }));
    expect(text).toBe(story.slice(1, 5).join('\n\n'));
  });

  it('goes where a question is but a label: “Schon gelesen?”', () => {
    expect(extract(page({ lang: 'de', story: `${STORY}<p>Schon gelesen?</p>` })).text).toBe(WHOLE);
  });

  it('goes below a story that is shorter than it', () => {
    const biography =
      '<footer class="entry-meta">Filed in <a href="/sea">Sea</a><div id="author-info"><h2>About Ada Moor</h2>Keeper of the archive of the harbour, with a degree in engines and another in letters. I am all for lamps, lenses and patience, and for libraries that are open at night.</div></footer>';
    const html = `<html lang="en"><head><title>Fog</title></head><body><article><h1>Fog</h1><div class="entry-content"><p>The lamp is <b>out</b>, and will be <b>lit again</b> on Thursday, the council says. It asks <b>for patience</b>, and for a new lens.</p></div>${biography}</article></body></html>`;
    expect(extract(html).text).toBe(
      'The lamp is out, and will be lit again on Thursday, the council says. It asks for patience, and for a new lens.',
    );
  });

  it('goes with the pictures below the last line that lead elsewhere, not with the others', () => {
    const after =
      '<p><a href="https://news.example/donate"><img src="https://news.example/badge.png"></a></p><p><a href="https://news.example/lens.jpg"><img src="https://news.example/lens-small.jpg"></a></p>';
    const pictures = extract(page({ story: STORY + after })).root.querySelectorAll('img');
    expect(Array.from(pictures, (one) => one.getAttribute('src'))).toEqual(['https://news.example/lens-small.jpg']);
  });

  it('is named in the trace', () => {
    const { trace } = extract(page({ story: middle('<div class="newsletter-signup">Get the harbour letter</div>') }));
    expect(trace).toContainEqual({
      pass: 'subscriptions',
      reason: 'named "newsletter*"'.replace('*', ''),
      text: 'Get the harbour letter',
      between: true,
    });
  });
});

describe('what looks like boilerplate and is none', () => {
  const CHINESE = [
    '星期天傍晚，莫兰角的灯塔九十年来第一次熄灭，港务长说这不是意外，而是有人故意把灯室从里面锁上了。',
    '中午就出海的渔民听着教堂的钟声返航，司事一直敲到午夜，没有人失踪，也没有船只受损。',
    '守塔人发现窗户紧闭，桌上留着一张字条，请大家安静、耐心，并换一块新的透镜，字迹工整，没有署名。',
    '市议会将在星期四开会，听取工程师的意见，他在两年前的冬天就警告说旧机器会停下来。',
  ];
  const inChinese = (line: string): string => {
    const story = [...CHINESE.slice(0, 2), line, ...CHINESE.slice(2)].map((text) => `<p>${text}</p>`).join('');
    return extract(page({ lang: 'zh', story })).text;
  };

  it.each([
    '值班民警赶到码头，见灯已全灭。',
    '返回港口后，他说：“海上一片漆黑。”',
    '微信支付也停了一夜，商户只收现金。',
    '广告牌同样没有亮。',
    '举报人的姓名至今不详。',
    '来源不明的电流烧坏了旧机器。',
    '摄影师王丽拍下了那一刻。',
  ])('stays between the paragraphs of a Chinese story: %s', (line) => {
    expect(inChinese(line)).toContain(line);
  });

  it.each([
    '扫描下方二维码，关注海港日报。',
    '微信搜索“海港日报”公众号，获取更多资讯。',
    '下载海港日报客户端，随时看新闻。',
    '版权归海港日报所有，转载请注明。',
    '广告',
    '摄影：王丽',
    '责任编辑 王小明',
  ])('goes between them where it is a call or a label: %s', (line) => {
    expect(inChinese(line)).not.toContain(line);
  });

  it.each([
    ['paragraphs that bear a suspicious name', STORY.replaceAll('<p>', '<p class="paywall">')],
    ['a story in a block with a suspicious name', `<div class="related-content">${STORY}</div>`],
    ['a story under a modal', `<div aria-hidden="true">${STORY}</div>`],
    ['a story that a script was to unveil', `<div style="visibility: hidden">${STORY}</div>`],
  ])('stays: %s', (_, story) => {
    expect(extract(page({ story })).text).toBe(WHOLE);
  });

  it('keeps slides of a story that are hidden one by one', () => {
    const slides = PARAGRAPHS.map(
      (text, i) => `<div class="slide"${i === 0 ? '' : ' style="display:none"'}><p>${text}</p></div>`,
    );
    expect(extract(page({ story: slides.join('') })).text).toBe(WHOLE);
  });

  it('keeps a heading whose anchor sounds like boilerplate', () => {
    const { text } = extract(page({ story: middle('<h3 id="related-work">Related work on lamps</h3>') }));
    expect(text).toContain('Related work on lamps');
  });

  it.each([
    ['a section under a heading that begins as a label of links does', '<h2>Related work on lamps</h2>'],
    ['a section under a heading that begins as the end of a page does', '<h2>Share prices fall in the harbour</h2>'],
    ['a step of a list', '<ul><li>Buy a lens.</li><li>Sign up for an account with your email.</li><li>Wait.</li></ul>'],
    ['a section that is named by what it shares with its text', '<h2>Topics of the council</h2>'],
    ['a section under a name in bold', '<p><strong>About Cape Moran</strong></p>'],
  ])('keeps %s', (_, html) => {
    const last = PARAGRAPHS.at(-1) ?? '';
    const { text } = extract(page({ story: STORY.replace(`<p>${last}</p>`, `${html}<p>${last}</p>`) }));
    expect(text.replace(/\n+/g, ' ')).toContain(
      html
        .replace(/<\/li>/g, ' ')
        .replace(/<[^>]*>/g, '')
        .trim(),
    );
    expect(text).toContain(last);
  });

  it.each(['点击上方蓝字关注我们', '点个“在看”，分享给更多人', '动动手指，设为星标'])(
    'leaves out a call to follow: %s',
    (call) => {
      const { text } = extract(page({ lang: 'zh', story: `<section><span>${call}</span></section>${STORY}` }));
      expect(text).toBe(WHOLE);
    },
  );

  it('keeps the mark of a footnote beside its text', () => {
    const body = bodyOf('<div><sup>1</sup><div>Lit in 1934.</div></div><div>Bare text<p>and none.</p></div>');
    looseText(body);
    expect(body.innerHTML).toBe(
      '<div><sup>1</sup><div>Lit in 1934.</div></div><div><p>Bare text</p><p>and none.</p></div>',
    );
  });

  it('keeps an address that ends the story', () => {
    const address = '<p><a href="https://petition.example/lamp">https://petition.example/lamp</a></p>';
    expect(extract(page({ story: `${STORY}${address}` })).text).toMatch(/https:\/\/petition\.example\/lamp$/);
  });

  it('keeps a text that is named a caption and has no picture', () => {
    const html = `<html lang="en"><head><title>Fog</title></head><body><main><article><h1>Fog</h1><div class="item-caption"><p>No boats go out today: the fog has not lifted, and the harbour master asks for patience until the wind turns.</p></div></article></main></body></html>`;
    expect(extract(html).text).toContain('the harbour master asks for patience');
  });

  it('keeps links to other sites and lists of sources', () => {
    const sources =
      '<ul><li><a href="https://archive.example/1">Minutes of the council, March 1931</a></li><li><a href="https://archive.example/2">The keeper’s log</a></li></ul>';
    expect(extract(page({ story: middle(sources) })).text).toContain('The keeper’s log');
  });

  it('keeps headings, tables, code, quotations and notes', () => {
    const rich = `<h2>What the engineer said</h2><blockquote><p>It will stop.</p></blockquote><pre><code>lamp --off</code></pre>
      <table><thead><tr><th>Year</th><th>Repairs</th></tr></thead><tbody><tr><td>1931</td><td>2</td></tr><tr><td>1958</td><td>4</td></tr></tbody></table>
      <p>A remark that needs a note, and that is long enough to be a paragraph of its own.<sup><a href="#fn1" id="ref1">1</a></sup></p>`;
    const { root } = extract(page({ story: middle(rich) }));
    for (const selector of ['h2', 'blockquote', 'pre code', 'table th', 'sup a[href="#fn1"]'])
      expect(root.querySelector(selector)).not.toBeNull();
  });
});

describe('boxes to tick', () => {
  it('make a list one of tasks, but in a form', () => {
    const { root } = extract(
      page({
        story: middle(
          '<ul><li><input type="checkbox" checked disabled> paint the quay</li>' +
            '<li><label><input type="checkbox"> feed the gulls</label></li><li>wait <input type="checkbox"></li></ul>',
        ),
      }),
    );
    const markdown = toMarkdown(root);
    expect(markdown).toContain('[x] paint the quay');
    expect(markdown).toContain('[ ] feed the gulls');
    expect(markdown).toMatch(/- +wait/);
  });
});
