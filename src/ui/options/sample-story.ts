import type { Draft } from '../../core/model/draft.ts';
import type { Preset } from '../../core/model/preset.ts';
import { type Post, toPost } from '../../core/post/to-post.ts';

interface Words {
  readonly language: string;
  readonly site: string;
  readonly section: string;
  readonly topic: string;
  readonly title: string;
  readonly description: string;
  readonly said: string;
  readonly picture: string;
  readonly caption: string;
  readonly quotation: string;
  readonly items: readonly [string, string];
}

const PICTURE = 'https://www.example.com/harbour/ferry.jpg';

const ENGLISH: Words = {
  language: 'en',
  site: 'Harbour Times',
  section: 'Local',
  topic: 'transport',
  title: 'Harbour turns to electric ferries: “quieter, and cheaper”',
  description: 'The harbour authority voted on Tuesday to replace its last diesel ferries.',
  said: ' The director said: **“Quieter, and cheaper.”**',
  picture: 'An electric ferry',
  caption: 'The first of the electric ferries is launched',
  quotation: 'It should have been done ten years ago.',
  items: ['Four new boats, in service from 2028', 'Cost of the charging station: `{{ to be decided }}`'],
};

/** By the tag of the interface's language: the user should be able to read the sample. */
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  'zh-CN': {
    language: 'zh-Hans',
    site: '海港时报',
    section: '本地',
    topic: '交通',
    title: '港口改用电动渡轮：“更安静，也更省钱”',
    description: '海港管理局周二表决，换下最后几艘柴油渡轮。',
    said: '局长说：**“更安静，也更省钱。”**',
    picture: '电动渡轮',
    caption: '首艘电动渡轮下水',
    quotation: '十年前就该这样做。',
    items: ['四艘新船，2028 年投入服务', '充电站预算 `{{ 待定 }}`'],
  },
  'zh-TW': {
    language: 'zh-Hant',
    site: '海港時報',
    section: '本地',
    topic: '交通',
    title: '港口改用電動渡輪：「更安靜，也更省錢」',
    description: '海港管理局週二表決，換下最後幾艘柴油渡輪。',
    said: '局長說：**「更安靜，也更省錢。」**',
    picture: '電動渡輪',
    caption: '首艘電動渡輪下水',
    quotation: '十年前就該這樣做。',
    items: ['四艘新船，2028 年投入服務', '充電站預算 `{{ 待定 }}`'],
  },
};

/**
 * A sample story with an example of every construct, to show what a preset makes of it.
 *
 * @param language tag of the interface's language; English for one that has no words here.
 */
export function sampleStory(language: string): Draft {
  const words = WORDS[language] ?? ENGLISH;
  return {
    title: words.title,
    authors: ['林晓文', 'Marta Lindqvist'],
    published: {
      value: '2026-11-18T09:30:00+08:00',
      instant: Date.UTC(2026, 10, 18, 1, 30),
      precision: 'minute',
      zone: 'stated',
      origin: 'json-ld',
    },
    url: 'https://www.example.com/harbour/electric-ferries',
    siteName: words.site,
    language: words.language,
    description: words.description,
    section: words.section,
    tags: [words.site, words.topic],
    categories: [words.site],
    leadImage: PICTURE,
    images: [{ src: PICTURE, alt: words.picture, caption: words.caption }],
    markdown: [
      words.description + words.said,
      `![${words.picture}](${PICTURE})`,
      `> ${words.quotation}`,
      words.items.map((item) => `- ${item}`).join('\n'),
    ].join('\n\n'),
    html: `<p>${words.description}</p>`,
    clippedAt: Date.UTC(2026, 10, 22, 4, 0),
    clippedOffset: 480,
  };
}

/** The sample as a preset writes it. */
export function samplePost(preset: Preset, language: string): Post {
  return toPost(sampleStory(language), preset);
}
