import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nthPath } from '../../src/core/post/nth-path.ts';
import { DEFAULT_PRESET } from '../../src/core/post/presets/presets.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { archiveDrafts } from './archive-drafts.ts';
import { install, isAvailable } from './downstream.ts';

const COUNT = 2000;
/** The archive's own settings (post format), with pages that name what they were made of. */
const CONFIG = `title: Archive
url: https://archive.example
permalink: /:year-:month-:day/:title/
future: false
timezone: Asia/Shanghai
markdown: kramdown
kramdown: { input: GFM }
plugins: [jekyll-feed, jekyll-sitemap]
feed: { posts_limit: 5000 }
`;
const LAYOUT = `<!doctype html><meta charset="utf-8"><title>{{ page.title | escape }}</title>
<a id="from" href="{{ page.from | escape }}">原文</a><b id="path">{{ page.path }}</b>{{ content }}`;
/** Every post by its source, as the archive looks for stories that it has. */
const INDEX = `---
---
{% for post in site.posts %}{{ post.from | jsonify }} {{ post.url | jsonify }}
{% endfor %}`;

const isHere = isAvailable('jekyll');
if (!isHere) console.warn('sites: the archive is skipped, Jekyll is not installed and apt cannot be asked for it');

describe.skipIf(!isHere)(`an archive of ${COUNT} clips`, () => {
  const site = mkdtempSync(join(tmpdir(), 'jianbao-archive-'));
  const drafts = archiveDrafts(COUNT);
  let log = '';

  beforeAll(() => {
    install('jekyll');
    const put = (path: string, text: string): void => {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text, { flag: 'wx' });
    };
    put('_config.yml', CONFIG);
    put('_layouts/post.html', LAYOUT);
    put('index.txt', INDEX);
    const taken = new Set<string>();
    for (const draft of drafts) {
      const { path, text } = toPost(draft, DEFAULT_PRESET);
      let n = 1;
      while (taken.has(nthPath(path, n).toLowerCase())) n++;
      taken.add(nthPath(path, n).toLowerCase());
      put(nthPath(path, n), text);
    }
    const args = ['build', '--trace', '-s', site, '-d', join(site, '_site')];
    log = execFileSync('sh', ['-c', 'jekyll "$@" 2>&1', 'sh', ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  });

  it('builds without a word against our posts', () => {
    const complaints = log.split('\n').filter((line) => /warn|error|conflict|deprecat|invalid|skipp/i.test(line));
    expect(complaints).toEqual([]);
  });

  it('gives every post an address of its own, where its page lies', () => {
    const index = readIndex();
    expect(index).toHaveLength(COUNT);
    expect(new Set(index.map(({ url }) => url)).size).toBe(COUNT);
    for (const { url, from } of index) {
      const page = readFileSync(join(site, '_site', decodeURI(url), 'index.html'), 'utf8');
      expect(page).toContain(`id="from" href="${from.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}"`);
    }
  });

  it('finds every story by its address', () => {
    const found = new Set(readIndex().map(({ from }) => from));
    expect(drafts.filter(({ url }) => !found.has(url)).map(({ url }) => url)).toEqual([]);
  });

  it('has a feed and a site map of all of them', () => {
    const count = (file: string, tag: string): number =>
      readFileSync(join(site, '_site', file), 'utf8').split(`<${tag}>`).length - 1;
    expect(count('feed.xml', 'entry')).toBe(COUNT);
    expect(count('sitemap.xml', 'url')).toBeGreaterThanOrEqual(COUNT);
    expect(statSync(join(site, '_site')).isDirectory()).toBe(true);
    expect(readdirSync(join(site, '_posts'))).toHaveLength(COUNT);
  });

  function readIndex(): { from: string; url: string }[] {
    const lines = readFileSync(join(site, '_site/index.txt'), 'utf8').split('\n');
    return lines
      .filter((line) => line.startsWith('"'))
      .map((line) => {
        const [from = '', url = ''] = JSON.parse(`[${line.replace('" "', '", "')}]`) as string[];
        return { from, url };
      });
  }
});
