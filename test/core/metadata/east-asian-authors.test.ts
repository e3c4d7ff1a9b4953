import { describe, expect, it } from 'vitest';
import { jsonLd, readPage } from './read-page.ts';

const HEADLINE = '<h1>夜间渡轮继续开行</h1>';
const LEAD = '<p>港务委员会昨晚开会，经过四个小时的质询之后，同意让夜间渡轮继续开行到春天，届时再作决定。</p>';
const by = (body: string, head = '', url = 'https://news.example/a') =>
  readPage({ url, lang: 'zh-CN', head, body: `${HEADLINE}${body}` }).fields.authors.value;

describe('the writers of a Chinese story', () => {
  it.each([
    // Lines of data below the headline.
    ['<div class="info">2024-03-05 10:12　来源：蓝桥日报　作者：陈小明　责任编辑：王丽</div>', ['陈小明']],
    ['<div>作者：陈小明 | 来源：蓝桥日报 | 2024年3月5日</div>', ['陈小明']],
    ['<div>来源：蓝桥日报 作者：陈小明 王丽 李在山 点击：120 次</div>', ['陈小明', '王丽', '李在山']],
    ['<div>作者：陈小明、王丽、李在山</div>', ['陈小明', '王丽', '李在山']],
    ['<div><span>作者： 陈小明</span><span>编辑： 王丽</span></div>', ['陈小明']],
    ['<div><span class="author">来源：蓝桥日报</span><span class="author">作者：陈小明</span></div>', ['陈小明']],
    ['<div>发布时间：2024-03-05 信息来源：市交通局 撰稿：陈小明 审核：王丽 浏览：33</div>', ['陈小明']],
    ['<div>文字：陈小明 摄影：王丽 审核：李在山</div>', ['陈小明']],
    ['<div>供稿：陈小明</div>', ['陈小明']],
    ['<div>楼主：码头老张 时间：2024-03-05 10:12:00 点击：1200 回复：33</div>', ['码头老张']],
    ['<p>作者：中青报·中青网记者 陈小明 来源：中国青年报</p>', ['陈小明']],
    ['<div>信息来源：市交通局 作者：办公室 字体：[大 中 小] 浏览：12</div>', []],
    ['<div>陈小明 发表于 2024-03-05 10:12</div>', ['陈小明']],
    ['<div>By 陈小明 · 2024年3月5日</div>', ['陈小明']],
    ['<div>作者：[英]约翰·史密斯 译者：王丽 2024-03-05</div>', ['约翰·史密斯']],
    [`<p>口述：王丽 整理：陈小明</p>${LEAD}`, ['陈小明']],
    [`${LEAD}<p>（陈小明 作者为蓝桥大学教授）</p>`, ['陈小明']],
    [`<p>文 | 渡口的风</p>${LEAD}`, ['渡口的风']],
    ['<p>蓝桥3月5日电（记者陈小明、王丽）港务委员会昨晚开会。</p><p>（参与采写：李在山）</p>', ['陈小明', '王丽']],
    [`<ul><li>Author, 陈小明</li><li>Role, 蓝桥中文记者</li></ul>${LEAD}`, ['陈小明']],
    // Signs between label and name.
    [`<p>文丨陈小明</p>${LEAD}`, ['陈小明']],
    [`<p>文｜陈小明 编辑｜王丽</p>${LEAD}`, ['陈小明']],
    [`<p>作者 | 陈小明 王丽</p>${LEAD}`, ['陈小明', '王丽']],
    [`<p>撰文／陳小明</p>${LEAD}`, ['陳小明']],
    [`<p>文·陈小明</p>${LEAD}`, ['陈小明']],
    [`<p>界面新闻记者 | 陈小明</p><p>界面新闻编辑 | 王丽</p>${LEAD}`, ['陈小明']],
    [`<p>每经记者：陈小明 每经编辑：王丽</p>${LEAD}`, ['陈小明']],
    [`<p>採訪、撰文：陳小明</p>${LEAD}`, ['陳小明']],
    [`<p>文／陈小明 图／王丽</p>${LEAD}`, ['陈小明']],
    [`<p>作者：Lin Xiaoyue 来源：蓝桥日报</p>${LEAD}`, ['Lin Xiaoyue']],
    [`<p>作者：Lin Xiaoyue, Bo van Ek</p>${LEAD}`, ['Lin Xiaoyue', 'Bo van Ek']],
    [`<p>作者：Ann 陈小明</p>${LEAD}`, ['Ann', '陈小明']],
    [`<p>陈小明／中国青年报 2024-03-05 10:12</p>${LEAD}`, ['陈小明']],
    [`<p>□ 陈小明</p>${LEAD}`, ['陈小明']],
    [`<p>□ 陈小明 王丽</p>${LEAD}`, ['陈小明', '王丽']],
    [
      `<table><tr><td>作者</td><td>陈小明 王丽</td></tr><tr><td>来源</td><td>蓝桥日报</td></tr></table>${LEAD}`,
      ['陈小明', '王丽'],
    ],
    // Lead-ins.
    [`<p>本报记者　陈小明　王丽</p>${LEAD}`, ['陈小明', '王丽']],
    [`<p>■本报驻京记者 陈小明</p>${LEAD}`, ['陈小明']],
    [`<p>◎记者 陈小明</p>${LEAD}`, ['陈小明']],
    [`<p>本报记者　陈　明　王　丽</p>${LEAD}`, ['陈明', '王丽']],
    ['<p>新华社蓝桥3月5日电（记者陈小明、王丽）港务委员会昨晚开会，同意让夜间渡轮继续开行。</p>', ['陈小明', '王丽']],
    ['<p>新华社蓝桥3月5日电 （记者 陈小明）港务委员会昨晚开会。</p>', ['陈小明']],
    ['<p>人民网蓝桥3月5日电（记者陈小明）港务委员会昨晚开会。</p>', ['陈小明']],
    ['<p>中新网3月5日电 (记者 陈小明)港务委员会昨晚开会。</p>', ['陈小明']],
    ['<p>中新网蓝桥3月5日电 (陈小明 王丽)港务委员会昨晚开会。</p>', ['陈小明', '王丽']],
    ['<p>【环球时报记者 陈小明】港务委员会昨晚开会，同意让夜间渡轮继续开行。</p>', ['陈小明']],
    ['<p>【环球网报道 记者 陈小明】港务委员会昨晚开会，同意让夜间渡轮继续开行。</p>', ['陈小明']],
    ['<p>财联社3月5日讯（记者 陈小明）港务委员会昨晚开会，同意让夜间渡轮继续开行。</p>', ['陈小明']],
    ['<p>蓝桥晚报全媒体记者 陈小明 通讯员 王丽 李在山</p>', ['陈小明', '王丽', '李在山']],
    // Names before what they did.
    [`${LEAD}<p>（陈小明 整理）</p>`, ['陈小明']],
    [`<p>陈小明／文</p>${LEAD}`, ['陈小明']],
    [`<p>政治中心／陳小明報導</p>${LEAD}`, ['陳小明']],
    [`<p>〔記者陳小明／台北報導〕港務委員會昨晚開會，同意讓夜間渡輪繼續開行。</p>`, ['陳小明']],
    [`<p>（中央社記者陳小明台北5日電）港務委員會昨晚開會，同意讓夜間渡輪繼續開行。</p>`, ['陳小明']],
    [`<p>港务委员会昨晚开会，同意让夜间渡轮继续开行。（陈小明／中国青年报）</p>`, ['陈小明']],
    // At the end.
    [`${LEAD}<p>（作者：陈小明，系蓝桥大学教授）</p>`, ['陈小明']],
    [`${LEAD}<p>（记者 陈小明 王丽）</p>`, ['陈小明', '王丽']],
    [`${LEAD}<p>本文作者：陈小明</p>`, ['陈小明']],
    [`${LEAD}<p>文章作者：码头老张</p>`, ['码头老张']],
    // Elements.
    ['<span class="author-name">陈小明</span><span>2024-03-05</span>', ['陈小明']],
    ['<div class="byline">陈小明 | 2024-03-05</div>', ['陈小明']],
    ['<a class="username" href="/user/laozhang">码头老张</a>', ['码头老张']],
    ['<p class="byline">記者陳小明／台北報導</p>', ['陳小明']],
    ['<p class="byline">海野太郎、山田花子</p>', ['海野太郎', '山田花子']],
  ])('are read: %s', (body, expected) => {
    expect(by(body)).toEqual(expected);
  });

  it.each([
    ['an outlet behind 来源', `<div class="author">来源：新华网</div>${LEAD}`],
    ['an outlet behind 来自', `<div class="author">来自：蓝桥日报</div>${LEAD}`],
    ['an outlet', `<div class="byline">早报讯</div>${LEAD}`],
    ['an outlet in brackets', `<p>（早报讯）港务委员会昨晚开会，同意让夜间渡轮继续开行。</p>`],
    ['a place', `<span class="author">浙江</span><span>2024-03-05</span>${LEAD}`],
    ['a counter', `<div class="author">访问统计</div>${LEAD}`],
    ['a link to stories', `<a class="author" href="/author/1">该作者文章</a>${LEAD}`],
    ['an editor', `<div>来源：蓝桥日报 编辑：王丽 2024-03-05</div>${LEAD}`],
    ['editors in brackets', `${LEAD}<p>（责任编辑：王丽 李在山）</p>`],
    ['nobody', `<div>作者：佚名 来源：网络</div>${LEAD}`],
    ['a photographer', `<p>蓝桥日报记者 陈小明 摄</p>${LEAD}`],
    ['a photographer in a caption', '<figure><figcaption>渡轮靠岸。新华社记者陈小明摄</figcaption></figure>'],
    ['a reporter who asks', `${LEAD}<p>记者：那么，委员会为什么同意？</p><p>王总：因为船员要求。</p>`],
    ['somebody who is asked', `${LEAD}<p>记者：王总，您好。</p>`],
    ['a reporter who learns something', `${LEAD}<p>记者从港务委员会获悉，渡轮照开。</p>`],
    ['an office behind 作者', `<div>作者：蓝桥大学新闻中心</div>${LEAD}`],
    ['the place of an account', `<div>发布于 2024-03-05 来自浙江</div>${LEAD}`],
    ['a unit', `${LEAD}<p>作者单位：蓝桥大学</p>`],
  ])('are not %s', (_, body) => {
    expect(by(body)).toEqual([]);
  });

  it.each(['大汉网络', '新华网', '蓝桥市政府办公室', '织梦内容管理'])('are not who made the site: %s', (name) => {
    expect(by(LEAD, `<meta name="author" content="${name}">`)).toEqual([]);
    const footer = `<footer>技术支持：${name}</footer>`;
    expect(by(`${LEAD}${footer}`, `<meta name="author" content="${name}">`)).toEqual([]);
  });

  it('are those whom the head of the page names, where readers see them', () => {
    expect(by(`<p>码头夜话 2024-03-05</p>${LEAD}`, '<meta name="author" content="码头夜话">')).toEqual(['码头夜话']);
    expect(by(LEAD, '<meta name="author" content="陈小明">')).toEqual(['陈小明']);
    expect(by(LEAD, jsonLd({ '@type': 'NewsArticle', author: { '@type': 'Person', name: '码头夜话' } }))).toEqual([
      '码头夜话',
    ]);
  });
});

describe('the writer of a WeChat page', () => {
  const meta = (account: string, place: string) =>
    `<div class="rich_media_meta_list">${account}<em id="publish_time" class="rich_media_meta rich_media_meta_text">2025年11月11日 18:20</em>${place}</div>${LEAD}`;
  const account = '<span class="rich_media_meta rich_media_meta_nickname"><a id="js_name">码头夜话</a></span>';
  const place =
    '<em id="js_ip_wording_wrp" class="rich_media_meta rich_media_meta_text"><span id="js_ip_wording">浙江</span></em>';
  const writer = '<span class="rich_media_meta rich_media_meta_text">陈小明</span>';

  it.each(['https://mp.weixin.qq.com/s/x', 'https://news.example/saved'])(
    'is the account, not its place: %s',
    (url) => {
      expect(by(meta(account, place), '', url)).toEqual(['码头夜话']);
      expect(by(meta('', place), '<meta name="author" content="码头夜话">', url)).toEqual(['码头夜话']);
    },
  );

  it('is who signed the story', () => {
    expect(by(meta(writer + account, place), '', 'https://mp.weixin.qq.com/s/x')).toEqual(['陈小明']);
  });
});

it('is not the Chinese end of an outlet’s name', () => {
  const author = { '@type': 'NewsMediaOrganization', name: 'Quay News 中文' };
  expect(
    by(LEAD, `${jsonLd({ '@type': 'Article', author })}<meta property="og:site_name" content="Quay News 中文">`),
  ).toEqual([]);
});
