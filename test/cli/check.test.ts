import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPost } from '../../src/library/posts/read-post.ts';
import { runCli } from './built-cli.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-check-'));
  await mkdir(join(folder, '_posts'));
  await writeFile(join(folder, '_config.yml'), 'permalink: /:year-:month-:day/:title/\ntimezone: Asia/Singapore\n');
});
afterEach(() => rm(folder, { recursive: true }));

interface Given {
  readonly title?: string;
  readonly date?: string;
  readonly from?: string;
  readonly comment?: number | string;
  readonly body?: string;
}

function post({
  title = '"夜间渡轮又晚点了"',
  date = '2021-07-16T13:01:00+08:00',
  from = 'https://news.example/ferry',
  comment = Date.parse('2021-07-16T13:01:00+08:00'),
  body = '<div>\n<p>港务局说，没有人知道原因。</p>\n</div>\n',
}: Given): string {
  return `---\nlayout: post\ntitle: ${title}\ndate: ${date}\nfrom: ${from}\ntags: [ 蓝桥日报 ]\n---\n<!--${comment}-->\n${body}`;
}

const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, '_posts', name), text);
const get = (name: string) => readFile(join(folder, '_posts', name), 'utf8');
const check = (...options: string[]) => runCli(['check', folder, ...options]);

interface Found {
  readonly path: string;
  readonly problems: readonly { kind: string; message: string; others: string[]; mended: boolean }[];
}
const found = (stdout: string): Found[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Found);

describe('jianbao check', { timeout: 240_000 }, () => {
  it('finds nothing in a sound archive, whatever its line ends, code and advertising stories', async () => {
    await put('2021-07-16-a.md', post({}));
    const code = '```html\n<div id="dfp-ad-imu1"></div>\n```\n\nUse `<ins class="adsbygoogle"></ins>` here.\n';
    await put('2021-07-16-b.md', post({ from: 'https://news.example/b', body: code }).replaceAll('\n', '\r\n'));
    const story = '<div class="ad-story"><p>An advertisement was banned.</p></div>';
    await put('2021-07-16-c.md', post({ from: 'https://news.example/c', date: '2021-07-16', body: story }));
    const before = await stat(join(folder, '_posts/2021-07-16-a.md'));
    const { code: status, stdout, stderr } = await check('--fix', '--zone', '+08:00');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '3 posts: nothing is wrong.\n', stderr: '' });
    expect((await stat(join(folder, '_posts/2021-07-16-a.md'))).ino).toBe(before.ino);
  });

  it('names two posts of one story, and two of one permalink', async () => {
    await put('2021-07-16-a.md', post({}));
    await put('2021-07-17-b.md', post({ from: 'https://news.example/ferry?utm_source=feed', date: '2021-07-17' }));
    // Midnight UTC is the next morning in Singapore, and the same day of the file names.
    await put(
      '2021-07-19-late!.md',
      post({ from: 'https://news.example/c', date: '2021-07-18T23:30:00Z', comment: 1 }),
    );
    await mkdir(join(folder, '_posts/more'));
    await put('more/2021-07-18-late!.md', post({ from: 'https://news.example/d', date: '2021-07-19', comment: 1 }));
    const { code, stdout } = await check('--json');
    expect(code).toBe(1);
    const problems = found(stdout).flatMap(({ path, problems: all }) => all.map((one) => [path, one.kind, one.others]));
    expect(problems).toEqual([
      ['_posts/2021-07-16-a.md', 'address', ['_posts/2021-07-17-b.md']],
      ['_posts/2021-07-19-late!.md', 'permalink', ['_posts/more/2021-07-18-late!.md']],
    ]);
  });

  it('mends values that broke the front matter, and no other byte', async () => {
    const broken = post({ title: '"He said "no" to 50%: why"' }).replace('layout: post', 'layout: post\nauthor: @desk');
    await put('2021-07-16-a.md', broken);
    await put(
      '2021-07-16-b.md',
      post({ from: 'https://news.example/b' }).replace('tags: [ 蓝桥日报 ]', 'tags: [ 蓝桥日报'),
    );
    expect(readPost(broken).problem).toBeDefined();
    const looked = await check();
    expect(looked.stdout).toMatch(/2021-07-16-a\.md: The front matter cannot be read, .* --fix mends it\.\n/);
    const shown = await check('--fix', '--dry-run');
    expect(shown.stdout).toContain('+title: "He said \\"no\\" to 50%: why"');
    expect(await get('2021-07-16-a.md')).toBe(broken);
    const { code, stdout } = await check('--fix');
    expect([code, stdout.includes('2 posts: 2 problems in 2 files, 1 mended.')]).toEqual([1, true]);
    const mended = await get('2021-07-16-a.md');
    expect(readPost(mended)).toMatchObject({ title: 'He said "no" to 50%: why', authors: ['@desk'] });
    const restored = mended.replace('"He said \\"no\\" to 50%: why"', '"He said "no" to 50%: why"');
    expect(restored.replace('"@desk"', '@desk')).toBe(broken);
    expect(await readdir(join(folder, '_posts'))).toHaveLength(2);
  });

  it.each([
    ['2021-13-01', 'There is no date 2021-13-01'],
    ['"2021-02-30 08:00:00 +0800"', 'There is no date 2021-02-30 08:00:00 +0800'],
    ['2021-07-16T25:00:00', 'There is no date 2021-07-16T25:00:00'],
    ['2021年7月16日', 'There is no date 2021年7月16日'],
    ['', 'The date is empty'],
  ])('names a date that no calendar has: %s', async (date, reason) => {
    await put('2021-07-16-a.md', post({ date }));
    const { code, stdout } = await check();
    const sentence = `${reason}: programs do not build the site, or take another day.`;
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `_posts/2021-07-16-a.md: ${sentence}\n1 post: 1 problem in 1 file.\n`,
    });
  });

  it('names no date that programs read', async () => {
    const dates = [
      '2021-07-16',
      '2021/07/16 8:01',
      '20210716',
      '2021-07-16 24:00:00 +0800',
      'Fri, 16 Jul 2021 08:00:00 GMT',
    ];
    for (const [n, date] of [...dates, '2021-07-16T08:00:00+0800 # checked'].entries()) {
      await put(`2021-07-16-${n}.md`, post({ date, from: `https://news.example/${n}`, comment: 'x' }));
    }
    expect((await check()).stdout).toBe('6 posts: nothing is wrong.\n');
  });

  it('names a key that is there twice, and a second front matter', async () => {
    await put('2021-07-16-a.md', post({ title: '一\ntitle: 二' }));
    const second = post({}).replace('<!--', '---\nlayout: post\ntags:\n- x\n---\n<!--');
    await put('2021-07-16-b.md', second.replace('ferry', 'b'));
    await put(
      '2021-07-16-c.md',
      post({ from: 'https://news.example/c' }).replace('<!--', '---\nNote: so it is.\n---\n<!--'),
    );
    const { code, stdout } = await check('--fix', '--json');
    expect(code).toBe(1);
    expect(found(stdout).map(({ path, problems }) => [path, problems.map(({ message }) => message)])).toEqual([
      [
        '_posts/2021-07-16-a.md',
        [
          'The front matter has a key twice: Jekyll takes the last one, Hexo and Eleventy refuse the post (duplicated mapping key (3:1)).',
        ],
      ],
      ['_posts/2021-07-16-b.md', ['The post has a second front matter, which is shown as text.']],
    ]);
    expect(await get('2021-07-16-b.md')).toBe(second.replace('ferry', 'b'));
  });

  it('knows the story of a post whose front matter is broken', async () => {
    await put('2021-07-16-a.md', post({ from: 'https://news.example/a' }));
    await put('2021-07-17-b.md', post({ title: '@a: b', from: 'https://m.news.example/a', date: '2021-07-17' }));
    const said = found((await check('--json')).stdout).flatMap(({ problems }) => problems.map(({ kind }) => kind));
    expect(said.toSorted()).toEqual(['address', 'front-matter']);
  });

  it('names a configuration that nothing can read', async () => {
    await writeFile(join(folder, '_config.yml'), 'permalink: /:title/\n  bad: [\n');
    const { code, stderr } = await check();
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^jianbao: _config\.yml cannot be read: .*Mend it first/),
    ]);
  });

  it('sets dates right that are whole hours off their comment', async () => {
    const right = Date.parse('2021-07-16T13:01:00+08:00');
    const cases: Record<string, [Given, string, number]> = {
      'a wall clock written as UTC': [
        { date: '2021-07-16T13:01:00Z', comment: right },
        '2021-07-16T13:01:00+08:00',
        right,
      ],
      'a quoted one with a remark behind it': [
        { date: '"2021-07-16T13:01:00Z" # checked', comment: right },
        '"2021-07-16T13:01:00+08:00" # checked',
        right,
      ],
      'a comment read as UTC': [
        { date: '2021-07-16T05:01:00Z', comment: right + 8 * 3.6e6 },
        '2021-07-16T05:01:00Z',
        right,
      ],
      'an offset that the comment forgot': [{ comment: right + 8 * 3.6e6 }, '2021-07-16T13:01:00+08:00', right],
      'a date that is the fetch': [
        { date: '2021-07-16T06:47:58.686Z', comment: right + 8 * 3.6e6 },
        '2021-07-16T13:01:00+08:00',
        right,
      ],
    };
    for (const [at, [given]] of Object.values(cases).entries()) {
      await put(`2021-07-16-${at}.md`, post({ ...given, from: `https://news.example/${at}` }));
    }
    const looked = found((await check('--json')).stdout);
    expect(looked.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([
      ['date'],
      ['date'],
      ['date'],
      ['date'],
      ['date'],
    ]);
    expect((await check('--fix', '--zone', '+08:00')).code).toBe(0);
    for (const [at, [, date, comment]] of Object.values(cases).entries()) {
      const text = await get(`2021-07-16-${at}.md`);
      expect(text).toBe(post({ date, comment, from: `https://news.example/${at}` }));
    }
    expect((await check()).code).toBe(0);
  });

  it('takes slots of advertisements out, and no word of the story', async () => {
    const story =
      '<div>\n<p>第一段。</p><section id="imu"><div id="dfp-ad-imu1">        </div></section><p>第二段。</p>';
    const offer =
      '<a href="https://subscribe.news.example/promotions/3-months" target="_blank"><img src="https://static.news.example/a.jpg" alt></a>';
    const body = `${story}<div id="innity-in-post"></div>${offer}<p><a href="https://news.example/b"><img src="b.jpg"></a></p>\n</div>\n`;
    await put('2021-07-16-a.md', post({ body }));
    const { code, stdout } = await check('--fix');
    expect([code, stdout]).toEqual([0, expect.stringContaining('The post has 3 advertisement slots. Mended.')]);
    const kept =
      '<div>\n<p>第一段。</p><p>第二段。</p><p><a href="https://news.example/b"><img src="b.jpg"></a></p>\n</div>\n';
    expect(await get('2021-07-16-a.md')).toBe(post({ body: kept }));
  });

  it('puts the plugin into a Jekyll site once, and over nothing else', async () => {
    expect((await check('--install-plugin')).stdout).toMatch(/jianbao_large_archive\.rb is in place\.\n$/);
    expect((await check('--install-plugin')).stdout).toMatch(/is in place already\.\n$/);
    const plugin = join(folder, '_plugins/jianbao_large_archive.rb');
    await copyFile(join(folder, '_config.yml'), plugin);
    const { code, stderr } = await check('--install-plugin');
    expect([code, stderr]).toEqual([1, expect.stringContaining('has other content')]);
  });

  it.each([
    [[], 'one folder is needed'],
    [['nowhere'], 'there is no folder nowhere'],
    [['.', '--dry-run'], '--dry-run belongs to --fix'],
    [['.', '--zone', 'CST'], '--zone CST is not an offset such as +08:00'],
  ])('refuses %j with exit code 2', async (args, reason) => {
    const { code, stderr } = await runCli(['check', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
  });
});
