import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './built-cli.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';

const CHINESE = '夜间渡轮又晚点了，港务局说，没有人知道原因，乘客在码头上等了两个小时。';

const TRADITIONAL = '夜間渡輪又晚點了，港務局說，沒有人知道原因，乘客在碼頭上等了兩個小時。';
const JAPANESE = '夜の渡し船がまた遅れた。港の事務所によると、理由は誰にもわからないという。';
const KOREAN = '밤 나룻배가 또 늦었다. 항만 사무소는 그 이유를 아는 사람이 없다고 말했다.';

function story(
  title: string,
  sentence = 'The night ferry was late again, the harbour office said on Tuesday.',
): string {
  const date = '<meta property="article:published_time" content="2026-11-03T08:30:00+08:00">';
  return `<title>${title}</title>${date}<article><h1>${title}</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(3)}</article>`;
}

function pageOfStory(number: number): string {
  const told = story('The long strike', `Told on page ${number}, the strike of the ferries went into its third week.`);
  return `${told}<p class="pages">Page ${number} of 3 <a href="/long">1</a> <a href="/long/2">2</a> <a href="/long/3">3</a></p>`;
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1');

function utf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

let server: NewsServer;
let folder: string;

beforeAll(async () => {
  server = await startNewsServer({
    '/ferry': { body: story('Ferry late again') },
    '/brief': {
      body: '<title>Ferry in brief</title><meta property="article:published_time" content="2026-11-03T08:30:00+08:00"><article><h1>Ferry in brief</h1><p>The night ferry was late again on Tuesday.</p></article>',
    },
    '/long': { body: pageOfStory(1) },
    '/long/2': { body: pageOfStory(2) },
    '/other': { body: story('Ferry late again', 'Quite another story that has the same headline on the same day.') },
    '/gbk': { body: createMultibyteEncoder('gbk')(`<meta charset="gb2312">${story('朱镕基与陶喆', CHINESE)}`) },
    '/big5': {
      body: createMultibyteEncoder('big5')(`${story('夜間渡輪', '港務局說，沒有人知道原因。')}`),
      headers: { 'Content-Type': 'text/html; charset=Big5' },
    },
    '/sjis': {
      body: createMultibyteEncoder('shift_jis')(
        `<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">${story('表ソ能の夜', '港の事務所は何も言わなかった。')}`,
      ),
    },
    '/euc-kr': {
      body: createMultibyteEncoder('euc-kr')(
        `<meta charset=ks_c_5601-1987>${story('밤 배', '항만 사무소는 아무 말도 하지 않았다.')}`,
      ),
    },
    '/utf16': { body: utf16(story('夜间渡轮', CHINESE)) },
    '/late': {
      body: createMultibyteEncoder('gbk')(
        `<!--${' '.repeat(3000)}--><meta charset="gbk">${story('很晚的声明', CHINESE)}`,
      ),
    },
    '/undeclared': { body: story('没有声明的渡轮', CHINESE) },
    '/latin': { body: Buffer.from(`<meta charset="iso-8859-1">${story('\x93Ferry\x94')}`, 'latin1') },
    '/undeclared-gbk': { body: createMultibyteEncoder('gbk')(story('没有声明的夜渡轮', CHINESE)) },
    '/undeclared-big5': { body: createMultibyteEncoder('big5')(story('沒有聲明的夜渡輪', TRADITIONAL)) },
    '/undeclared-sjis': { body: createMultibyteEncoder('shift_jis')(story('夜の渡し船', JAPANESE)) },
    '/undeclared-euc-jp': { body: createMultibyteEncoder('euc-jp')(story('夜の渡し船、再び', JAPANESE)) },
    '/undeclared-euc-kr': { body: createMultibyteEncoder('euc-kr')(story('밤 나룻배', KOREAN)) },
    '/undeclared-utf16': { body: Buffer.from(`<!doctype html>${story('十六位的渡轮', CHINESE)}`, 'utf16le') },
    '/undeclared-latin': {
      body: Buffer.from(
        story('Fähre fällt wieder aus', 'Die Fähre fährt später, über die Gründe hört man nichts.'),
        'latin1',
      ),
    },
    '/no-type': { body: story('A ferry of no type'), headers: { 'Content-Type': 'garbage' } },
    '/zstd': { body: 'x', headers: { 'Content-Encoding': 'zstd' } },
    '/moved': { status: 301, headers: { Location: '/ferry' } },
    '/circle': { status: 302, headers: { Location: '/circle' } },
    '/slow': { stall: true },
    '/pdf': { body: '%PDF-1.7', headers: { 'Content-Type': 'application/pdf' } },
    '/disguised-pdf': { body: '%PDF-1.7' },
    '/image': { body: 'GIF89a', headers: { 'Content-Type': 'image/gif' } },
    '/data': { body: '{}', headers: { 'Content-Type': 'application/json' } },
    '/empty': { body: '' },
    '/picture.jpg': { body: PNG, headers: { 'Content-Type': 'image/jpeg' } },
    '/pictured': {
      body: `${story('Ferry in pictures')}`.replace(
        '</article>',
        '<p><img src="/picture.jpg" alt="The ferry" width="640" height="400"></p><p><img src="/lost.png" alt="The quay" width="640" height="400"></p></article>',
      ),
    },
    '/nothing': { body: '<title>x</title><nav><a href="/">Home</a></nav>' },
  });
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-clip-'));
});
afterEach(() => rm(folder, { recursive: true }));

// Each test starts processes that take a second or more on a busy machine.
describe('jianbao clip', { timeout: 120_000 }, () => {
  it('says on standard error that a clip may not be whole', async () => {
    const { code, stdout, stderr } = await runCli(['clip', `${server.origin}/brief`]);
    expect(code).toBe(0);
    expect(stdout).toContain('The night ferry was late again');
    expect(stderr).toMatch(/^jianbao: http.*\/brief: The text is short\..*\n$/);
  });

  it('reads the further pages of a story where it is asked to, and says else that there are some', async () => {
    const { origin } = server;
    const first = await runCli(['clip', `${origin}/long`]);
    expect(first.stderr).toContain(
      'The story has 3 pages, and only page 1 is in the post; --pages reads the others too.',
    );
    expect(first.stdout).not.toContain('Told on page 2');
    const whole = await runCli(['clip', '--pages', `${origin}/long`]);
    expect(whole.stdout).toMatch(/Told on page 1[\s\S]*Told on page 2/);
    expect(whole.stderr).toContain('Page 3 of the story is missing in the post: The server answered 404');
    expect(whole.code).toBe(0);
  });

  it('prints one post', async () => {
    const { code, stdout, stderr } = await runCli(['clip', `${server.origin}/ferry`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^---\n.*title: "Ferry late again".*\n---\n.*harbour office/s);
    expect(stdout).toContain(`${server.origin}/ferry`);
  });

  it('reads pages in their charsets', async () => {
    const titles = {
      '/gbk': '朱镕基与陶喆',
      '/big5': '夜間渡輪',
      '/sjis': '表ソ能の夜',
      '/euc-kr': '밤 배',
      '/utf16': '夜间渡轮',
      '/late': '很晚的声明',
      '/undeclared': '没有声明的渡轮',
      '/latin': '“Ferry”',
      '/undeclared-gbk': '没有声明的夜渡轮',
      '/undeclared-big5': '沒有聲明的夜渡輪',
      '/undeclared-sjis': '夜の渡し船',
      '/undeclared-euc-jp': '夜の渡し船、再び',
      '/undeclared-euc-kr': '밤 나룻배',
      '/undeclared-utf16': '十六位的渡轮',
      '/undeclared-latin': 'Fähre fällt wieder aus',
      '/no-type': 'A ferry of no type',
    };
    const { stdout } = await runCli(['clip', '--json', ...Object.keys(titles).map((path) => server.origin + path)]);
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { title: string }).title);
    expect(read).toEqual(Object.values(titles));
  });

  it('takes the address at the end of a redirect for the story', async () => {
    const { stdout } = await runCli(['clip', `${server.origin}/moved`]);
    expect(stdout).toContain(`${server.origin}/ferry`);
    expect(stdout).not.toContain('/moved');
  });

  it('says why a page is no post', async () => {
    const reasons = {
      '/missing': /404 Not Found/,
      '/circle': /redirects in a circle/,
      '/slow': /did not send the page within 4 seconds/,
      '/pdf': /PDF/,
      '/disguised-pdf': /PDF/,
      '/image': /This is a single image/,
      '/data': /a file of the type application\/json/,
      '/empty': /The page is empty/,
      '/nothing': /No story was found/,
      '/zstd': /compressed as zstd/,
    };
    const inputs = Object.keys(reasons).map((path) => server.origin + path);
    const { code, stdout, stderr } = await runCli(['clip', '--timeout', '4', '--out', folder, ...inputs]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const sentences = stderr.trimEnd().split('\n');
    expect(sentences).toHaveLength(inputs.length);
    for (const [index, reason] of Object.values(reasons).entries()) {
      expect(sentences[index]).toMatch(new RegExp(`^jianbao: ${inputs[index]}: [A-Z0-9].*\\.$`));
      expect(sentences[index]).toMatch(reason);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what is wrong with an address, and what may have been meant', async () => {
    const reasons = {
      'news.example/ferry': 'There is no file news.example/ferry; an address is written https://news.example/ferry.',
      'ftp://news.example/ferry': 'A page cannot be had by ftp:, only by http, https or from a file.',
      [server.origin.replace('http:', 'https:')]: 'answers, but not by https.',
      [server.origin.replace('//', '//%E0@')]: '404 Not Found',
    };
    const { code, stderr } = await runCli(['clip', '--out', folder, ...Object.keys(reasons)]);
    expect(code).toBe(1);
    const sentences = stderr.trimEnd().split('\n');
    for (const [index, reason] of Object.values(reasons).entries()) expect(sentences[index]).toContain(reason);
  });

  it('does the others where one fails', async () => {
    const { origin } = server;
    const { code, stdout, stderr } = await runCli([
      'clip',
      '--out',
      folder,
      `${origin}/missing`,
      'http://nowhere.invalid/',
      join(folder, 'no-file.html'),
      `${origin}/ferry`,
    ]);
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr.trim().split('\n')).toHaveLength(3);
    expect(await readdir(join(folder, '_posts'))).toHaveLength(1);
  });

  it('overwrites the file of the same story and of no other', async () => {
    const clip = (path: string) => runCli(['clip', '--out', folder, server.origin + path]);
    const first = (await clip('/ferry')).stdout.trim();
    const second = (await clip('/other')).stdout.trim();
    expect(second).not.toBe(first);
    expect((await clip('/ferry')).stdout.trim()).toBe(first);
    expect((await clip('/other')).stdout.trim()).toBe(second);
    expect(await readdir(join(folder, '_posts'))).toHaveLength(2);
    expect(await readFile(join(folder, first), 'utf8')).toContain('harbour office');
    expect(await readFile(join(folder, second), 'utf8')).toContain('Quite another story');
  });

  it('never writes over a file that is not ours', async () => {
    const { stdout } = await runCli(['clip', '--out', folder, `${server.origin}/ferry`]);
    const path = join(folder, stdout.trim());
    await writeFile(path, 'My own notes about ferries.\n');
    await runCli(['clip', '--out', folder, `${server.origin}/ferry`]);
    expect(await readFile(path, 'utf8')).toBe('My own notes about ferries.\n');
    expect(await readdir(join(folder, '_posts'))).toHaveLength(2);
  });

  it('reads files and standard input, as the address that is given or that a saved page states', async () => {
    const file = join(folder, 'saved.html');
    await writeFile(file, `<!-- saved from url=(0034)https://news.example/ferry-late -->${story('Saved')}`);
    expect(JSON.parse((await runCli(['clip', '--json', file])).stdout)).toMatchObject({
      url: 'https://news.example/ferry-late',
      title: 'Saved',
    });
    expect((await runCli(['clip', '--json', pathToFileURL(file).href])).stdout).toContain('"title":"Saved"');
    const unknown = await runCli(['clip', '-'], { input: story('From nowhere') });
    expect([unknown.code, unknown.stderr]).toEqual([
      0,
      'jianbao: -: the page does not say where it is from; --url tells it.\n',
    ]);
    const { stdout } = await runCli(['clip', '-', '--url', 'https://news.example/piped'], { input: story('Piped') });
    expect(stdout).toContain('https://news.example/piped');
  });

  it.each([
    [[], 'no page given'],
    [['a.html', 'b.html'], 'several pages need --out DIR, --to PLACE or --json'],
    [['--url', 'https://a.example/', '--json', 'a.html', 'b.html'], '--url is given 1 time for 2 pages'],
    [['--jobs', '0', 'a.html'], '--jobs 0 is not a number from 1 to 64'],
    [['--resume', 'done.log', 'a.html'], '--resume needs --out DIR or --to PLACE'],
    [['--preset', 'mine.json', 'a.html'], 'there is no preset file mine.json'],
    [['--url', 'nowhere', 'a.html'], 'nowhere is not an address'],
    [['--preset', 'nope', 'a.html'], 'there is no preset nope'],
    [['--timeout', 'soon', 'a.html'], '--timeout soon is not a number of seconds'],
    [['--colour', 'a.html'], 'unknown option --colour'],
    [['a.html', '--preset'], '--preset needs a value'],
    [['--json', '-', '-'], '- is named twice'],
    [['--json', ''], 'the name of a page is empty'],
    [['--out', '', 'a.html'], '--out names no folder'],
  ])('refuses %j with exit code 2', async (args, reason) => {
    const { code, stdout, stderr } = await runCli(['clip', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).toContain('--help');
  });
});

describe('jianbao', { timeout: 120_000 }, () => {
  it('lists its commands, and each explains itself', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name ?? '');
    expect(names).toEqual(expect.arrayContaining(['clip', 'ndjson']));
    expect((await runCli(['help', 'clip'])).stdout).toBe((await runCli(['clip', '--help'])).stdout);
    for (const name of names) expect((await runCli([name, '--help'])).stdout).toContain(`Usage: jianbao ${name}`);
  });

  it('says its version', async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect((await runCli(['--version'])).stdout).toBe(`${version}\n`);
  });

  it.each([[['--nope']], [['nope']], [[]]])('refuses %j with exit code 2', async (args) => {
    expect((await runCli(args)).code).toBe(2);
  });

  it('keeps the pictures that can be had beside the post, and says which cannot', async () => {
    const { code, stdout, stderr } = await runCli([
      'clip',
      `${server.origin}/pictured`,
      '--out',
      folder,
      '--images',
      'download',
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/lost\.png stays a link: HTTP 404\.\n$/);
    const post = await readFile(join(folder, stdout.trim()), 'utf8');
    const [, link = ''] = /!\[The ferry\]\((\/assets\/[^)]+\.png)\)/.exec(post) ?? [];
    expect(await readFile(join(folder, link))).toEqual(PNG);
    expect(post).toContain(`![The quay](${server.origin}/lost.png)`);
  });

  it.each([
    [['--images', 'download'], '--images download needs --out DIR or --to PLACE'],
    [['--images', 'all'], '--images all is neither link nor download'],
  ])('refuses %j', async (args, reason) => {
    const { code, stderr } = await runCli(['clip', `${server.origin}/pictured`, ...args]);
    expect([code, stderr]).toEqual([2, `jianbao: ${reason}. See jianbao clip --help.\n`]);
  });
});
