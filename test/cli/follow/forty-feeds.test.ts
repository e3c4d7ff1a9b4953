import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPost } from '../../../src/library/posts/read-post.ts';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';
import { runCli, type SaveStatus } from '../built-cli.ts';
import { type FeedSite, markOf, startFeedSite } from './feed-site.ts';
import { type FeedCase, fortyFeeds } from './forty-feeds.ts';

interface Post {
  readonly path: string;
  readonly text: string;
}

let site: FeedSite;
let feeds: FeedCase[];
let posts: Post[];
let first: SaveStatus;
const folder = temporaryFolder(afterAll);

const follow = (...more: string[]) =>
  runCli(['follow', join(folder.path, '_subs.json'), '--out', folder.path, '--pause', '0', ...more], {
    env: { TZ: 'America/Los_Angeles' },
  });

beforeAll(async () => {
  site = await startFeedSite();
  feeds = fortyFeeds(site.origin);
  site.answers.set('/robots.txt', { body: 'User-agent: *\nDisallow: /private/\nDisallow: /feed/\n' });
  for (const { name, feed, pages = {} } of feeds) {
    site.answers.set(`/feed/${name}`, feed);
    for (const [path, answer] of Object.entries(pages)) site.answers.set(path, answer);
  }
  const subscriptions = feeds.map(({ name, zone, text }) => ({
    site: '海港日报',
    url: `${site.origin}/feed/${name}`,
    zone,
    text,
  }));
  writeFileSync(join(folder.path, '_subs.json'), JSON.stringify(subscriptions));
  writeFileSync(join(folder.path, 'allurls.dat'), 'https://old.example/1');
  first = await follow();
  posts = Object.entries(folder.files())
    .filter(([path]) => path.startsWith('_posts/'))
    .map(([path, text]) => ({ path, text }));
}, 180_000);
afterAll(() => site.close());

describe('forty feeds', () => {
  it('are all followed, without a complaint', () => {
    expect(feeds).toHaveLength(40);
    expect(new Set(feeds.map(({ name }) => name)).size).toBe(40);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.trim().split('\n').sort()).toEqual(posts.map(({ path }) => path).sort());
  });

  it('become a post each, with the story’s own address, title, date and text', () => {
    for (const { name, post } of feeds) {
      const url = post.url ?? `${site.origin}/story/${name}`;
      const found = posts.filter(({ text }) => readPost(text).url === url);
      expect(found, name).toHaveLength(1);
      const text = found[0]?.text ?? '';
      const keys = load(text.split('---\n')[1] ?? '') as Record<string, unknown>;
      expect(keys['title'], name).toBe(post.title ?? `渡轮 ${name}`);
      if (post.date !== undefined || post.from === undefined) {
        expect(readPost(text).date, name).toBe(post.date ?? '2024-03-01T08:30:00+08:00');
      }
      expect(keys['tags'], name).toEqual(['海港日报']);
      expect(keys['feed'], name).toBe(post.from === 'feed' ? `${site.origin}/feed/${name}` : undefined);
      expect(text, name).toContain(post.body ?? markOf(name));
    }
    expect(posts).toHaveLength(feeds.length);
  });

  it('keep up the archive’s list of addresses', () => {
    const lines = readFileSync(join(folder.path, 'allurls.dat'), 'utf8').trimEnd().split('\n');
    const expected = feeds.map(({ name, post }) => post.url ?? `${site.origin}/story/${name}`);
    expect(lines.toSorted()).toEqual(['https://old.example/1', ...expected].toSorted());
  });

  it('are asked politely: one request at a time, and no rules of robots about the feeds themselves', () => {
    expect(site.mostAtOnce()).toBe(1);
    expect(site.requests.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(site.requests).not.toContain('/private/robots');
  });

  it('with nothing new cost a conditional request each, and change no byte', { timeout: 60_000 }, async () => {
    const before = folder.files();
    site.requests.length = 0;
    expect(await follow()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(site.requests.toSorted()).toEqual(feeds.map(({ name }) => `/feed/${name} 304`).toSorted());
    expect(folder.files()).toEqual(before);
  });

  it('are known by the posts alone where nothing else is left', { timeout: 120_000 }, async () => {
    const before = folder.files();
    folder.remove('.jianbao/follow.json');
    folder.remove('allurls.dat');
    expect(await follow()).toEqual({ code: 0, stdout: '', stderr: '' });
    const after = folder.files();
    expect(Object.keys(after).sort()).toEqual(
      Object.keys(before)
        .filter((path) => path !== 'allurls.dat')
        .sort(),
    );
    for (const { path, text } of posts) expect(after[path]).toBe(text);
  });

  const hasJekyll = (() => {
    try {
      execFileSync('jekyll', ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      console.warn('follow: Jekyll is not installed, its build is skipped');
      return false;
    }
  })();

  it.skipIf(!hasJekyll)('build in Jekyll', { timeout: 120_000 }, () => {
    const put = (path: string, text: string) => folder.write(path, text);
    put('_config.yml', 'permalink: /:year-:month-:day/:title/\nfuture: false\ntimezone: Asia/Shanghai\n');
    put('_layouts/post.html', '<a id="from" href="{{ page.from }}">{{ page.title | escape }}</a>{{ content }}');
    put('index.txt', '---\n---\n{% for post in site.posts %}{{ post.from }} {{ post.url }}\n{% endfor %}');
    const log = execFileSync('sh', ['-c', 'jekyll build -s "$0" -d "$0/_site" 2>&1', folder.path], {
      encoding: 'utf8',
    });
    expect(log.split('\n').filter((line) => /warn|error|conflict|invalid/i.test(line))).toEqual([]);
    const lines = readFileSync(join(folder.path, '_site/index.txt'), 'utf8').trim().split('\n').filter(Boolean);
    expect(lines).toHaveLength(feeds.length);
    expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBe(feeds.length);
    // What the robot remembers does not belong to the site.
    expect(existsSync(join(folder.path, '_site/.jianbao'))).toBe(false);
  });
});
