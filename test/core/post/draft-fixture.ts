import type { Draft } from '../../../src/core/model/draft.ts';

/** A draft of a story of our own, with the fields that a test is about put in. */
export function draftWith(fields: Partial<Draft> = {}): Draft {
  return {
    title: '蓝桥渡轮冬季照常开行',
    authors: ['林小舟'],
    published: { value: '2024-03-05T08:30:00+08:00', precision: 'minute', zone: 'stated', origin: 'json-ld' },
    url: 'https://news.example/2024/ferry',
    siteName: '蓝桥日报',
    language: 'zh-CN',
    description: '委员会决定保留冬季班次。',
    section: '本地',
    tags: ['蓝桥日报'],
    categories: ['蓝桥日报'],
    images: [],
    markdown: '渡轮整个冬季继续开行。\n\n委员会周二作出决定。',
    html: '<p>渡轮整个冬季继续开行。</p><p>委员会周二作出决定。</p>',
    clippedAt: Date.UTC(2024, 2, 6, 1, 2, 3),
    clippedOffset: 480,
    ...fields,
  };
}
