import type { Draft } from '../../src/core/model/draft.ts';

const SITES = ['蓝桥日报', '港新聞', 'Harbour Times', 'جريدة الميناء', '島嶼時報', 'yes', 'O’Neil & Söhne'];
const SUBJECTS = [
  '渡轮',
  '海堤',
  '鱼市',
  'The ferry',
  'La jetée',
  '港の灯台',
  'العبّارة',
  '🚢 船',
  'C++ 会议',
  '“印太”论坛',
];
const EVENTS = [
  '冬季照常开行',
  '：三年之后',
  '#1 in the bay?',
  'runs on | again',
  '{{ site.title }} {% if x %}',
  'が再開',
  '— “why not?”',
  '2:1 获胜',
  '',
  '\\ & "quoted" <b>',
];
const MARKDOWN = [
  '一段文字，说明事情的经过。\n\n> 引语一句。\n\n- 甲\n- 乙',
  'A paragraph with **bold**, a [link](https://news.example/a_b) and `code`.\n\n## A part\n\nAnd more.',
  '第一段。\n\n![图](https://img.example/a.jpg)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
];

/** Headlines that come again: two stories of one day share one, in the last pair but for its case. */
const DAILY = ['早报简讯', '早报简讯', 'Morning Briefing', 'morning briefing'];

/**
 * Drafts as an archive of many years gathers them: few sites, headlines that come again, days without time, times
 * without zone, dates about midnight.
 */
export function archiveDrafts(count: number): readonly Draft[] {
  return Array.from({ length: count }, (_, n): Draft => {
    const day = new Date(Date.UTC(2016, 0, 1 + Math.floor(n / 2))).toISOString().slice(0, 10);
    const siteName = pick(SITES, n);
    const isDaily = n % 20 < 2;
    return {
      title: isDaily
        ? pick(DAILY, (n % 2) + Math.floor(n / 10))
        : `${pick(SUBJECTS, n * 7)}${pick(EVENTS, n * 3 + Math.floor(n / 10))}`,
      authors: n % 4 === 0 ? [] : [`记者 ${n % 13}`],
      published: {
        value: `${day}${isDaily ? '' : pick(TIMES, n)}`,
        precision: 'minute',
        zone: 'stated',
        origin: 'json-ld',
      },
      url: `https://news${n % 5}.example/story/${n}?id=${n}&lang=zh${n % 3 === 0 ? "&q='a'" : ''}`,
      siteName,
      language: 'zh',
      description: '',
      section: '',
      tags: [siteName],
      categories: [siteName],
      images: [],
      markdown: `${pick(MARKDOWN, n)}\n\n第 ${n} 篇。`,
      html: '',
      clippedAt: Date.UTC(2024, 0, 1),
      clippedOffset: 480,
    };
  });
}

const TIMES = [
  'T08:30:00+08:00',
  'T00:05:00+08:00',
  'T23:55:00+08:00',
  '',
  'T12:00:00Z',
  'T21:00:00',
  'T18:00:00-05:00',
];

function pick(list: readonly string[], n: number): string {
  return list[n % list.length] ?? '';
}
