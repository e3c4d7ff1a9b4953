import { readdirSync, readFileSync } from 'node:fs';
import { clipPage } from '../../src/cli/dom.ts';
import { createAnchor } from '../../src/core/highlights/create-anchor.ts';
import { type Draft, draftOf } from '../../src/core/model/draft.ts';
import type { Expectation } from './expectation.ts';

/** A story of our own, as clipped, and what a site that is built from its post has to show. */
export interface Story {
  readonly name: string;
  readonly draft: Draft;
  readonly expectation: Partial<Expectation>;
}

const FOLDER = new URL('stories/', import.meta.url);
/** When all stories are clipped: after the newest of them. */
const NOW = new Date('2024-08-01T09:00:00Z');

/** The pages in `stories/`, each run through the whole pipeline on jsdom. */
export async function pageStories(): Promise<readonly Story[]> {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -5));
  return Promise.all(
    names.sort().map(async (name) => {
      const html = readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
      const { url, ...expectation } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as {
        url: string;
      } & Partial<Expectation>;
      const article = await clipPage({ url, html }, NOW);
      return { name, draft: draftOf(article, NOW.getTime()), expectation };
    }),
  );
}

/** Headlines that break a file, a build or a heading when they are only put between quotation marks. */
const TITLES: readonly string[] = [
  'He said "it’s \\"fine\\"" and \'left\'',
  'C:\\new\\table\\x41 \\u0041 \\',
  'yes',
  '2024-03-05',
  '1e3',
  '12:30:45',
  '# 蓝桥渡轮 #1',
  '@lanqiao: ferry runs on',
  '`ferry` *runs* _on_ ~~and~~ **on**',
  '[Video] {draft}: a, b & *c* ![x](y)',
  '{{ site.title }} {% include x %} {{< y >}} <%= z %>',
  'AT&T says <b>no</b> &amp; "stop" <!-- now -->',
  'a | b || c',
  '... and then --- the ferry stopped. . ...',
  '%TAG ! tag:evil.example,2024:',
  '渡轮停航的原因：费用:',
  '“引号”与《书名》——还有……',
  '~ferry~ $5 and $6, x^2^, H~2~O, == marked ==',
  '- a list, 1. a number, > a quotation, + a plus',
  '? why the ferry: because',
  '🚢 The ferry 👨‍👩‍👧 sails',
  'العبّارة: "تواصل" رحلاتها',
  'The ferry '.repeat(40).trim(),
  '蓝桥渡轮整个冬季继续开行'.repeat(12),
  'import x from "y" {x} export default',
  '[[note]] ((block)) key:: value #tag %%hidden%%',
  'A title: with "quotes" and a trailing backslash \\',
  '!important & <script>alert(1)</script>',
  'CON',
  'O\u2019Neil & Söhne \u2013 Zürich',
];

/** One small draft a headline: same body, different names in every field that a page fills. */
export function titleStories(): readonly Story[] {
  return TITLES.map((title, index) => ({
    name: `title-${index + 1}`,
    draft: {
      title,
      authors: [`作者 ${index + 1}: "A" & B`],
      published: {
        value: `2023-${String((index % 12) + 1).padStart(2, '0')}-11T07:05:00+08:00`,
        precision: 'minute',
        zone: 'stated',
        origin: 'json-ld',
      },
      url: `https://news.example/titles/${index + 1}?q=a%20b&copy=1;x={y}`,
      siteName: 'yes',
      language: 'en',
      description: `Line one: "two"\n---\nkey: value ${title}`,
      section: '',
      tags: ['yes', '2024', 'C++', '本地 新闻', `a: b #${index}`],
      categories: ['null'],
      images: [],
      markdown: `The story number ${index + 1} has one paragraph.\n\nAnd a second one.`,
      html: `<p>The story number ${index + 1} has one paragraph.</p>\n\n<p>And a second one.</p>`,
      clippedAt: NOW.getTime(),
      clippedOffset: 0,
    },
    expectation: { mustContainText: [`The story number ${index + 1} has one paragraph.`, 'And a second one.'] },
  }));
}

const MARKED = [
  '渡轮**整个冬季**继续开行，委员会周二作出决定。',
  'The ferry keeps [sailing](https://news.example/ferry) all winter, said the _harbour master_ on Tuesday.',
];

/** A story with highlights over emphasis and links, one with a note: each program shows them as its preset says. */
export function markedStory(): Story {
  const text = MARKED.map((paragraph) => paragraph.replace(/\*\*|_|\[|\]\(.*?\)/g, '')).join('\n');
  const highlights = [
    { exact: '委员会周二作出决定', note: '查会议记录' },
    { exact: 'on Tuesday', note: '' },
  ].map(({ exact, note }, n) => {
    const start = text.indexOf(exact);
    const anchor = createAnchor(text, start, start + exact.length);
    if (!anchor) throw new Error(`“${exact}” is not in the story`);
    return { id: `mark-${n}`, anchor, colour: 'yellow' as const, note, createdAt: 5 };
  });
  return {
    name: 'marked',
    draft: {
      title: 'A story with highlights',
      authors: ['林小舟'],
      published: { value: '2024-03-05T08:30:00+08:00', precision: 'minute', zone: 'stated', origin: 'json-ld' },
      url: 'https://news.example/marked',
      siteName: '蓝桥日报',
      language: 'zh-CN',
      description: '',
      section: '',
      tags: ['marked'],
      categories: [],
      images: [],
      markdown: MARKED.join('\n\n'),
      html: '<p>渡轮<strong>整个冬季</strong>继续开行，委员会周二作出决定。</p><p>The ferry keeps <a href="https://news.example/ferry">sailing</a> all winter, said the <em>harbour master</em> on Tuesday.</p>',
      highlights,
      clippedAt: NOW.getTime(),
      clippedOffset: 0,
    },
    expectation: { mustContainText: ['委员会周二作出决定', 'on Tuesday', '查会议记录'] },
  };
}
