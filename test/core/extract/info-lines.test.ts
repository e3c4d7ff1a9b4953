import { describe, expect, it } from 'vitest';
import { extract } from './page.ts';

const STORIES: Readonly<Record<string, readonly string[]>> = {
  zh: [
    '莫兰角灯塔星期日晚间熄灭，这是九十年来的第一次，港务长说这绝不是一次意外，有关部门已经开始调查。',
    '看守人发现灯室从里面反锁，窗户紧闭，桌上留有一张字条，请求大家安静、耐心，并且等待一块新的透镜。',
    '从中午起就在海上的渔民循着教堂的钟声返航，钟声一直响到午夜，所有的船只都平安回到了港口。',
  ],
  ja: [
    'モラン岬の灯台が日曜の夜、九十年ぶりに消えた。港長は事故ではないと話し、県は原因の調査を始めた。',
    '灯室は内側から鍵がかかり、机の上には静けさと忍耐と新しいレンズを求める紙が一枚残されていたという。',
    '正午から沖に出ていた漁師たちは教会の鐘を頼りに港へ戻り、鐘は真夜中まで鳴り続け、全員が無事だった。',
  ],
  ko: [
    '모란곶 등대가 일요일 저녁 구십 년 만에 처음으로 꺼졌다. 항만청장은 사고가 아니라며 조사를 시작했다고 밝혔다.',
    '등대지기들은 등실이 안에서 잠겨 있었고 책상 위에 조용히 기다려 달라는 쪽지가 한 장 놓여 있었다고 말했다.',
    '정오부터 바다에 나가 있던 어민들은 자정까지 울린 교회 종소리를 따라 모두 무사히 항구로 돌아왔다고 한다.',
  ],
};

function clip(lang: keyof typeof STORIES, before: string, after = ''): string {
  const paragraphs = (STORIES[lang] ?? []).map((text) => `<p>${text}</p>`).join('');
  const tail = after && `<p>${after}</p>`;
  return extract(
    `<!doctype html><html lang="${lang}"><head><title>灯塔熄灭</title></head><body><main><h1>灯塔熄灭</h1>
<div class="text"><p>${before}</p>${paragraphs}${tail}</div></main></body></html>`,
  ).text;
}

const LINES: readonly (readonly [string, string])[] = [
  ['zh', '2026年11月28日 星期六 上午09:45　来源：海湾新闻网　记者 林海'],
  ['zh', '2026-11-28 13:01:22 来源：海湾新闻网 作者：林海 责任编辑：王小明 字号：大 中 小'],
  ['zh', '海湾新闻网 2026年11月28日 09:45 阅读 1.2万 评论 36 分享到：微信 微博 QQ空间'],
  ['zh', '来源：海湾日报 | 作者：林海 王小明 | 发布时间：2026-11-28 09:45 | 浏览次数：1024'],
  ['zh', '时间：2026年11月28日 来源：海湾新闻网 点击：352次 【字体：大 中 小】 打印 关闭'],
  ['zh', '海湾日报记者 林海　2026-11-28 09:45　来自海湾　已有128人参与评论　手机看新闻'],
  ['zh', '2026/11/28 上午 9:45:00　（记者 林海）　编辑：王小明　校对：陈大文　审核：李明'],
  ['zh', '发布日期：2026-11-28　浏览量：3,512　信息来源：海湾市人民政府办公室　字体：[大] [中] [小]'],
  ['zh', '記者林海／綜合報導　2026/11/28 09:45　更新時間：2026/11/28 10:20　責任編輯：王小明'],
  ['zh', '海灣時報 記者林海／台北報導　2026-11-28 上午9:45　字級：大 中 小　分享　列印'],
  ['zh', '2026年11月28日 週六 上午9:45·4 分鐘 (閱讀時間)　文／林海　圖／王小明　責編／陳大文'],
  ['ja', '2026年11月28日（土） 9時45分配信　海湾新聞社　記者：林海　更新：2026年11月28日 10時20分'],
  ['ja', '公開日：2026年11月28日　最終更新日：2026年11月29日　執筆：林海　ツイート　シェア　印刷'],
  ['ko', '입력 2026.11.28. 오전 9:45　수정 2026.11.28. 오전 10:20　김하늘 기자　댓글 12　공유　글자크기'],
  ['ko', '기자명 김하늘 기자 | 입력 2026.11.28 09:45 | 수정 2026.11.28 10:20 | 조회수 1,024 | 댓글 0'],
];

describe('a line of date, source and people above the story', () => {
  it.each(LINES)('%s: %s', (lang, line) => {
    const text = clip(lang, line);
    expect(text).not.toContain(line.slice(0, 12));
    for (const paragraph of STORIES[lang] ?? []) expect(text).toContain(paragraph);
  });

  it('is dropped below the story as well', () => {
    const line = '来源：海湾新闻网　作者：林海　2026年11月28日 上午09:45　责任编辑：王小明　阅读：1024　分享到：微信';
    expect(
      clip('zh', '海湾的灯塔熄灭之后，港口的人们第一次在黑暗中等待天亮，没有人说话，只有潮水的声音。', line),
    ).not.toContain('责任编辑');
  });
});

const NOTICES: readonly (readonly [string, readonly string[]])[] = [
  ['zh', ['海湾日报记者 林海', '字号']],
  ['zh', ['海湾新闻报料：021-5550123', '海湾新闻，未经授权不得转载', '+1', '收藏', '我要举报']],
  ['zh', ['本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。']],
  ['zh', ['不用抽 不用搶 現在用APP看新聞 天天中獎　點我下載APP　按我看辦法']],
  ['zh', ['「海灣」App提供免費新聞及生活資訊，立即下載：']],
  ['ko', ['김하늘 기자 haneul@gulf.example', '▶ 해만일보 네이버 채널 구독하기']],
];

describe('what the publisher says of itself below the story', () => {
  it.each(NOTICES)('%s: %s', (lang, lines) => {
    const text = clip(lang, STORIES[lang]?.[0] ?? '', lines.join('</p><p>'));
    for (const line of lines) expect(text).not.toContain(line);
    for (const paragraph of STORIES[lang] ?? []) expect(text).toContain(paragraph);
  });

  it.each([
    '王律师提醒，未经许可不得转载他人作品，否则可能承担赔偿责任。',
    '用户以后可以下载港务局的客户端，查看每一班渡轮的位置。',
    '时间会证明他说的没有错',
    '图书馆的窗还亮着，没有人愿意先回家',
    '（文中的看守人为化名）',
    '* * *',
  ])('is not the end of the story: %s', (line) => {
    expect(clip('zh', STORIES['zh']?.[0] ?? '', line)).toContain(line);
  });
});

const SENTENCES: readonly (readonly [string, string])[] = [
  ['zh', '2026年11月28日上午9时45分，记者在现场看到灯塔的窗户已经全部关上，门口有两名警察。'],
  ['zh', '2026年11月28日 上午9点45分左右 一艘渔船在莫兰角附近的海面上发出了求救的信号'],
  ['zh', '来源不明的货物星期六在莫兰角被海关查获，重约两吨，目前正在进一步检验之中。'],
  ['zh', '11月28日，海湾新闻网记者林海从港务局获悉，灯塔的透镜将在下周由专人送到。'],
  ['zh', '作者林海在书中写道：2026年11月28日，灯塔最后一次亮起，他就站在码头上。'],
  ['zh', '2026年11月28日 星期六 晴。今天是灯塔熄灭的第六天，我们在码头上等了整整一夜'],
  ['zh', '编辑部的灯一直亮到2026年11月28日凌晨，值班的人都在等港口传来的最新消息。'],
  ['zh', '发布时间定在2026年11月28日上午9时，港务局的新闻发言人将回答记者的所有提问。'],
  ['zh', '阅读的人越来越少：2026年全市图书馆的借阅量比五年前下降了一半，馆长说。'],
  ['zh', '記者林海2026年11月28日從港口發回的照片顯示，燈塔的窗戶已經全部關上了。'],
  ['ja', '2026年11月28日午前9時45分ごろ、モラン岬の沖で漁船が救助を求める信号を出した。'],
  ['ja', '更新された灯台は2026年11月28日に点灯し、記者や市民およそ二百人が見守った。'],
  ['ko', '2026년 11월 28일 오전 9시 45분쯤 모란곶 앞바다에서 어선 한 척이 구조 신호를 보냈다'],
  ['ko', '기자는 2026년 11월 28일 등대 앞에서 창문이 모두 닫혀 있는 것을 직접 확인했다.'],
];

describe('a sentence of the story that begins like such a line', () => {
  it.each(SENTENCES)('%s: %s', (lang, sentence) => {
    expect(clip(lang, sentence)).toContain(sentence);
  });
});

it('keeps the questions of an interview', () => {
  const questions = ['这次灯塔熄灭是意外吗？', '透镜什么时候能到？', '渔民们现在怎么办？', '您今后有什么打算？'];
  const talk = questions.map((text) => `<p>记者：${text}</p><p>港务长：${STORIES['zh']?.[0]}</p>`).join('');
  const { text } = extract(
    `<html lang="zh"><head><title>灯塔熄灭</title></head><body><h1>灯塔熄灭</h1><div class="text">${talk}</div></body></html>`,
  );
  for (const question of questions) expect(text).toContain(question);
});
