import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseFour } from 'hexo-front-matter';
import { parse as parseFive } from 'hexo-front-matter-5';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/core/model/draft.ts';
import { PRESETS } from '../../src/core/post/presets/presets.ts';
import { type Post, toPost } from '../../src/core/post/to-post.ts';
import { joinNames } from '../../src/core/text/join-names.ts';
import { draftWith } from '../core/post/draft-fixture.ts';
import { folderWith, PROGRAMS, runScript, tiddlyWiki } from './readers/readers.ts';
import { titleStories } from './stories.ts';

const TITLES: readonly Draft[] = titleStories().map(({ draft }) => draft);
const NAMES = [
  draftWith({ authors: ['林小舟', "Ada O'Neil"], tags: ['a, b', '两 词', '联合早报'] }),
  draftWith({ tags: ['one, two'] }),
];
const DRAFTS = [...TITLES, ...NAMES];

function write(draft: Draft, id: string): Post {
  const preset = PRESETS.find((each) => each.id === id);
  if (!preset) throw new Error(`there is no preset ${id}`);
  return toPost(draft, preset);
}

function filesOf(posts: readonly Post[]): Record<string, string> {
  return Object.fromEntries(
    posts.flatMap(({ path, text, meta }, at) => {
      const own = path.replace(/([^/]*)$/, `${at}-$1`);
      return [[own, text], ...(meta === undefined ? [] : [[`${own}.meta`, meta]])];
    }),
  );
}

const instant = (draft: Draft): number => Date.parse(draft.published?.value ?? '');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const pelican = PROGRAMS.find(({ presetId }) => presetId === 'pelican');

describe('Pelican 4.8', () => {
  it.skipIf(pelican?.missing !== undefined)('reads the keys of every post', () => {
    const posts = DRAFTS.map((draft) => write(draft, 'pelican'));
    // The slugs too: two stories of one day may share their first words.
    const files = filesOf(posts.map((post, at) => ({ ...post, text: post.text.replace(/^Slug: /m, `Slug: ${at}-`) })));
    const site = folderWith(files);
    const read = runScript('/usr/bin/python3', 'pelican-site.py', join(site, 'content')) as Record<string, unknown>[];
    const bySlug = new Map(read.map((article) => [Number(String(article['slug']).split('-')[0]), article]));
    for (const [at, draft] of DRAFTS.entries()) {
      const article = bySlug.get(at);
      expect(article, posts[at]?.text).toBeDefined();
      expect(article?.['title']).toBe(oneLine(draft.title));
      expect(article?.['authors']).toEqual(draft.authors.map((name) => name.replaceAll(';', '；')));
      expect([...((article?.['tags'] ?? []) as string[])].sort()).toEqual([...draft.tags].sort());
      expect(article?.['source']).toBe(draft.url);
      expect(Date.parse(String(article?.['date']))).toBe(instant(draft));
    }
  });
});

describe('TiddlyWiki 5.4.1', () => {
  it('reads the fields beside every post, and shows its text', () => {
    const posts = DRAFTS.map((draft, at) => write({ ...draft, title: `${at} ${draft.title}` }, 'tiddlywiki'));
    const wiki = folderWith({ ...filesOf(posts), 'tiddlywiki.info': '{"plugins":["tiddlywiki/markdown"]}' });
    const args = [
      tiddlyWiki(),
      wiki,
      '--render',
      '.',
      'all.json',
      'text/plain',
      '$:/core/templates/exporters/JsonFile',
    ];
    execFileSync('node', [...args, 'exportFilter', '[type[text/markdown]!is[system]]'], { stdio: 'ignore' });
    const all = JSON.parse(readFileSync(join(wiki, 'output/all.json'), 'utf8')) as Record<string, string>[];
    const byNumber = new Map(all.map((tiddler) => [Number(tiddler['title']?.split(' ')[0]), tiddler]));
    for (const [at, draft] of DRAFTS.entries()) {
      const tiddler = byNumber.get(at);
      expect(tiddler?.['title']).toBe(oneLine(`${at} ${draft.title}`));
      expect(tiddler?.['source']).toBe(draft.url);
      expect(tiddler?.['author']).toBe(joinNames(draft.authors, draft.language));
      expect(tiddler?.['created']).toBe(new Date(instant(draft)).toISOString().replace(/\D/g, ''));
      expect(
        [...(tiddler?.['tags'] ?? '').matchAll(/\[\[(.*?)\]\]|(\S+)/g)].map(([, long, word]) => long ?? word),
      ).toEqual(draft.tags);
    }
  });
});

// Joplin's program needs a compiler to install, so it is only used where it is there already.
const joplin = process.env['JIANBAO_JOPLIN'];
if (joplin === undefined) console.warn('sites: Joplin is skipped, JIANBAO_JOPLIN names no program');

describe.skipIf(joplin === undefined)('Joplin 3.5.1', () => {
  it('imports every post with its keys', () => {
    const folder = folderWith(filesOf(DRAFTS.map((draft) => write(draft, 'joplin'))));
    const profile = folderWith({});
    const run = (...args: readonly string[]): string =>
      execFileSync(joplin ?? '', ['--profile', profile, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
    run('import', '--format', 'md_frontmatter', folder);
    run('export', '--format', 'jex', join(profile, 'all.jex'));
    const raw = execFileSync('tar', ['-xOf', join(profile, 'all.jex')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    for (const draft of DRAFTS) {
      expect(raw).toContain(`\nsource_url: ${draft.url}\n`);
      expect(raw).toContain(`\nauthor: ${joinNames(draft.authors, draft.language)}\n`);
      expect(raw).toContain(`\nuser_created_time: ${new Date(instant(draft)).toISOString()}\n`);
      for (const tag of draft.tags) expect(raw.toLowerCase()).toContain(tag.toLowerCase());
    }
  });
});

describe('Zola, whose TOML is read by smol-toml 1.9.1', () => {
  it('has every key where Zola takes it', () => {
    for (const draft of DRAFTS) {
      const { text } = write(draft, 'zola');
      const data = parseToml(/^\+\+\+\n([\s\S]*?)\n\+\+\+\n/.exec(text)?.[1] ?? '');
      const known = ['title', 'date', 'authors', 'description', 'taxonomies', 'extra'];
      expect(Object.keys(data).filter((key) => !known.includes(key))).toEqual([]);
      expect(data['title']).toBe(oneLine(draft.title));
      expect(new Date(String(data['date'])).getTime()).toBe(instant(draft));
      expect(data).toMatchObject({
        authors: draft.authors,
        taxonomies: { tags: draft.tags },
        extra: { source: draft.url },
      });
    }
  });
});

describe('hexo-front-matter', () => {
  const zone = process.env.TZ;

  it.each(['2021-07-16T14:47:58+08:00', '2021-07-16T06:47:58Z', '2021-07-16'])(
    '4.2.1 (Hexo 8.1) and 5.0.0 read one instant in the zone of the site: %s',
    (value) => {
      const preset = PRESETS.find(({ id }) => id === 'hexo');
      if (!preset) throw new Error('there is no preset hexo');
      const published = { value, precision: 'second', zone: 'stated', origin: 'json-ld' } as const;
      const { text } = toPost(draftWith({ published }), { ...preset, timeZone: 'Asia/Shanghai' });
      // 4.2.1 reads the machine's zone, which Hexo then moves to the site's; 5.0.0 is told the site's.
      process.env.TZ = 'Asia/Shanghai';
      try {
        const four: unknown = parseFour(text)['date'];
        const five: unknown = parseFive(text, { defaultTimeZone: 'Asia/Shanghai' })['date'];
        const wanted = new Date(value.length === 10 ? `${value}T00:00:00+08:00` : value);
        expect([four, five]).toEqual([wanted, wanted]);
      } finally {
        process.env.TZ = zone;
      }
    },
  );

  it.each([
    'A: b\n\n---\n\nAnother',
    '---\nkey: value\n---\n\nText',
    'key: value\n---\nText',
    'Say: this\n\n```yaml\nkey: value\n---\nother: x\n```',
    ';;;\n"a": 1\n;;;\n\nText',
    'A: b\n\n------\n\nText',
  ])('takes nothing of a post without front matter for data: %j', (markdown) => {
    for (const title of ['A: title', '- list', 'key: value']) {
      const { text } = write(draftWith({ title, markdown }), 'plain');
      expect(text).not.toMatch(/^(?:-{3}|\+{3}|;{3})/m);
      expect(parseFour(text)).toEqual({ _content: text });
      expect(parseFive(text)).toEqual({ _content: text });
    }
  });
});
