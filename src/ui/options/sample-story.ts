import type { Draft } from '../../core/post/draft.ts';
import { type Post, toPost } from '../../core/post/to-post.ts';
import type { Preset } from '../../core/presets/preset.ts';

/** A story of our own that holds a little of everything, to show what a preset makes of it. */
export const SAMPLE_STORY: Draft = {
  title: '港口改用电动渡轮：“更安静，也更省钱”',
  authors: ['林晓文', 'Marta Lindqvist'],
  published: {
    value: '2026-11-18T09:30:00+08:00',
    instant: Date.UTC(2026, 10, 18, 1, 30),
    precision: 'minute',
    zone: 'stated',
    origin: 'json-ld',
  },
  url: 'https://www.example.com/harbour/electric-ferries',
  siteName: '海港时报',
  language: 'zh-Hans',
  description: '海港管理局周二表决，换下最后几艘柴油渡轮。',
  section: '本地',
  tags: ['海港时报', '交通'],
  categories: ['海港时报'],
  leadImage: 'https://www.example.com/harbour/ferry.jpg',
  images: [{ src: 'https://www.example.com/harbour/ferry.jpg', alt: '电动渡轮', caption: '首艘电动渡轮下水' }],
  markdown: [
    '海港管理局周二表决，换下最后几艘柴油渡轮。局长说：**“更安静，也更省钱。”**',
    '![电动渡轮](https://www.example.com/harbour/ferry.jpg)',
    '> 十年前就该这样做。',
    '- 四艘新船，2028 年投入服务',
    '- 充电站预算 `{{ 待定 }}`',
  ].join('\n\n'),
  html: '<p>海港管理局周二表决，换下最后几艘柴油渡轮。</p>',
  clippedAt: Date.UTC(2026, 10, 22, 4, 0),
  clippedOffset: 480,
};

/** The sample as a preset writes it. */
export function samplePost(preset: Preset): Post {
  return toPost(SAMPLE_STORY, preset);
}

export function samplePath(preset: Preset): string {
  return samplePost(preset).path;
}
