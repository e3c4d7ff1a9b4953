import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readPost } from '../../../src/library/posts/read-post.ts';
import { HOSTS, hostBench, TOKEN } from '../../fakes/git-hosts/host-bench.ts';
import { type TemporaryFolder, temporaryFolder } from '../../fakes/temporary-folder.ts';
import { postsBelow } from '../../faults/posts-below.ts';
import { buildCli, runCli } from '../built-cli.ts';
import { type FeedSite, rssOf, startFeedSite, storyPage } from './feed-site.ts';

let site: FeedSite;
let folder: TemporaryFolder;

beforeAll(async () => {
  site = await startFeedSite();
  await buildCli();
}, 120_000);
afterAll(() => site.close());
beforeEach(() => {
  site.answers.clear();
  site.requests.length = 0;
  folder = temporaryFolder();
});

/** Serves a feed at `/feed` and a page for each of its stories. */
function serve(...names: string[]): string {
  site.answers.set('/feed', { body: rssOf(site.origin, names) });
  for (const name of names) site.answers.set(`/story/${name}`, { body: storyPage(name) });
  return `${site.origin}/feed`;
}

const follow = (...args: string[]) => runCli(['follow', '--pause', '0', '--out', folder.path, ...args]);

function addresses(): string[] {
  return postsBelow(folder.path)
    .map((text) => new URL(readPost(text).url ?? '').pathname.replace('/story/', ''))
    .sort();
}

function stateOf(feed: string) {
  const state = JSON.parse(folder.files()['.jianbao/follow.json'] ?? '{}') as {
    feeds: Record<string, { failing?: { since: string }; isUnfinished?: boolean; items: Record<string, string> }>;
  };
  return state.feeds[feed];
}

it('names new stories and changes nothing in a dry run', async () => {
  const { code, stdout } = await follow(serve('a', 'b'), '--dry-run');
  expect(code).toBe(0);
  expect(stdout.trim().split('\n').sort()).toEqual([`${site.origin}/story/a`, `${site.origin}/story/b`]);
  expect(folder.files()).toEqual({});
  expect(site.requests).toEqual(['/feed']);
});

it('clips as many as it may, the newest first, and the others in the next run', async () => {
  const feed = serve('c', 'b', 'a');
  await follow(feed, '--max', '2');
  expect(addresses()).toEqual(['b', 'c']);
  await follow(feed, '--max', '2');
  expect(addresses()).toEqual(['a', 'b', 'c']);
});

it('clips in threads by rules of the user’s own, and puts the plugin for Jekyll in place', async () => {
  const feed = serve('b', 'a');
  const note = '<p class="desk-note">The desk asks for photographs of the harbour.</p>';
  const page = storyPage('a').replace('</p>', `</p>${note}`);
  expect(page).toContain(note);
  site.answers.set('/story/a', { body: page });
  folder.write('_config.yml', 'title: News\n');
  const places = [new URL(site.origin).hostname];
  folder.write(
    'rules.json',
    JSON.stringify({ rules: [{ places, drop: ['p.desk-note'] }], defaults: [{ places, tags: ['ferries'] }] }),
  );
  const run = () => follow(feed, '--jobs', '2', '--rules', join(folder.path, 'rules.json'), '--install-plugin');
  expect(await run()).toMatchObject({ code: 0, stderr: '' });
  expect(addresses()).toEqual(['a', 'b']);
  const posts = postsBelow(folder.path);
  for (const post of posts) expect(post).toContain('ferries');
  expect(posts.join()).not.toContain('The desk asks');
  expect(folder.files()['_plugins/jianbao_large_archive.rb']).toContain('Jekyll');
  expect(await run()).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

it('passes over stories before a day, and words that are not wanted', async () => {
  const item = (name: string, date: string) =>
    `<item><title>${name}</title><link>${site.origin}/story/${name}</link><pubDate>${date}</pubDate></item>`;
  serve('old', 'new', 'ad');
  site.answers.set('/feed', {
    body: `<rss version="2.0"><channel>${item('old', '2020-01-01T00:00:00Z')}${item('new', '2024-03-01T00:00:00Z')}${item('ad', '2024-03-01T00:00:00Z')}</channel></rss>`,
  });
  folder.write('subs.json', JSON.stringify([{ url: `${site.origin}/feed`, exclude: ['AD'] }]));
  await follow(join(folder.path, 'subs.json'), '--since', '2024-01-01');
  expect(addresses()).toEqual(['new']);
});

it('does not clip a story again that was removed from the archive', async () => {
  const feed = serve('a');
  const path = (await follow(feed)).stdout.trim();
  folder.remove(path);
  site.answers.set('/feed', { body: `${rssOf(site.origin, ['a'])}<!-- changed -->` });
  expect((await follow(feed)).stdout).toBe('');
});

it('waits for a page that fails in passing, asks for the whole feed again, and then clips it once', async () => {
  const feed = serve('a', 'b');
  site.answers.set('/story/b', { status: 503, headers: { 'Retry-After': '7200' }, body: 'busy' });
  const first = await follow(feed);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const waiting = Object.values(stateOf(feed)?.items ?? {}).filter((outcome) => outcome.startsWith('waiting since'));
  expect(waiting.length).toBeGreaterThan(0);
  site.requests.length = 0;
  serve('a', 'b');
  await follow(feed);
  expect(site.requests).toContain('/feed');
  expect(addresses()).toEqual(['a', 'b']);
});

it('goes on where a feed fails, is silent for a week, and then names it', async () => {
  const good = serve('a');
  const bad = `${site.origin}/bad`;
  site.answers.set('/bad', {
    body: rssOf(site.origin, []).replace('</channel>', '<item><guid>x</guid></item></channel>'),
  });
  await follow(bad);
  site.answers.set('/bad', { status: 404, body: 'gone' });
  expect(await follow(bad, good)).toMatchObject({ code: 0, stderr: '' });
  expect(addresses()).toEqual(['a']);
  const path = join(folder.path, '.jianbao/follow.json');
  const longAgo = readFileSync(path, 'utf8').replace(/"since": "[^"]+"/, '"since": "2024-01-01T00:00:00.000Z"');
  writeFileSync(path, longAgo);
  const late = await follow(bad, good);
  expect(late.code).toBe(1);
  expect(late.stderr).toContain(`jianbao: ${bad}: The server answered 404 Not Found for the feed.`);
  expect(late.stderr).toContain('It has failed since 2024-01-01');
});

it('names a feed at once that never could be read, and the feeds of a page', async () => {
  site.answers.set('/page', {
    body: '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
  });
  const { code, stderr } = await follow(`${site.origin}/page`, serve('a'));
  expect(code).toBe(1);
  expect(stderr).toContain(`This is a web page, not a feed. Its feeds: ${site.origin}/feed`);
  expect(addresses()).toEqual(['a']);
});

it('asks to be started again where no feed could be reached', async () => {
  const feed = serve('a');
  await follow(feed);
  site.answers.set('/feed', { status: 404 });
  expect((await follow(feed)).code).toBe(75);
});

it('asks for the same where a new feed refuses the connection', { timeout: 60_000 }, async () => {
  const gone = await startFeedSite();
  await gone.close();
  const { code, stderr } = await follow(`${gone.origin}/feed`);
  expect([code, stderr]).toEqual([75, expect.stringContaining('refused the connection')]);
});

it('names a new feed that fails in passing in its first run only, and follows the others', async () => {
  const busy = await startFeedSite();
  busy.answers.set('/feed', { status: 503, headers: { 'Retry-After': '7200' }, body: 'busy' });
  const run = () => follow(`${busy.origin}/feed`, serve('a'));
  const first = await run();
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('The server answered 503')]);
  expect(addresses()).toEqual(['a']);
  expect(await run()).toEqual({ code: 0, stdout: '', stderr: '' });
  await busy.close();
});

it('reports in JSON', async () => {
  const feed = serve('a', 'gone');
  site.answers.delete('/story/gone');
  const { stdout } = await follow(feed, '--json');
  expect(JSON.parse(stdout)).toEqual({
    dryRun: false,
    feeds: [
      {
        feed,
        state: 'read',
        saved: [{ url: `${site.origin}/story/a`, title: '渡轮 a', path: '_posts/2024-03-01-渡轮-a.md', from: 'page' }],
        waiting: [],
        refused: [
          {
            url: `${site.origin}/story/gone`,
            title: '渡轮 gone',
            reason: 'The server answered 404 Not Found; there is no story to clip at this address.',
          },
        ],
        unsaved: [],
        left: 0,
      },
    ],
  });
});

/** Serves a story of three pages at `/story/long`, and a feed that names it. */
function serveLong(): string {
  const links = [1, 2, 3].map((n) => `<a href="/story/long${n === 1 ? '' : `?page=${n}`}">${n}</a>`).join(' ');
  for (const n of [1, 2, 3]) {
    const own = storyPage('long').replaceAll('<p>', `<p>第${n}页：`);
    const body = own.replace('</article>', `</article><p class="pages">Page ${n} of 3 ${links}</p>`);
    site.answers.set(`/story/long${n === 1 ? '' : `?page=${n}`}`, { body });
  }
  site.answers.set('/feed', { body: rssOf(site.origin, ['long']) });
  return `${site.origin}/feed`;
}

it('reads the further pages of a story where it is asked to, and says else that there are some', async () => {
  const feed = serveLong();
  const { code, stderr } = await follow(feed);
  expect([code, stderr]).toEqual([0, expect.stringContaining('only page 1 is in the post; --pages reads the others')]);
  expect(site.requests).not.toContain('/story/long?page=2');
  folder = temporaryFolder();
  for (const jobs of ['1', '2']) {
    folder = temporaryFolder();
    expect(await follow(feed, '--pages', '--jobs', jobs)).toMatchObject({ code: 0, stderr: '' });
    const [text = ''] = postsBelow(folder.path);
    for (const n of [1, 2, 3]) expect(text.match(RegExp(`第${n}页：`, 'g'))).toHaveLength(4);
  }
  expect(site.mostAtOnce()).toBe(1);
});

it('waits for a further page that fails in passing, as for the story', async () => {
  const feed = serveLong();
  const third = site.answers.get('/story/long?page=3');
  site.answers.set('/story/long?page=3', { status: 503, headers: { 'Retry-After': '7200' }, body: 'busy' });
  expect(await follow(feed, '--pages')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(Object.values(stateOf(feed)?.items ?? {})).toEqual([expect.stringMatching(/^waiting since /)]);
  if (third) site.answers.set('/story/long?page=3', third);
  expect((await follow(feed, '--pages')).stdout).toContain('_posts/');
  expect(postsBelow(folder.path).join()).toContain('第3页：');
});

it('commits posts, state and list with the git of the machine', async () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder.path, ...args], { encoding: 'utf8' });
  git('init', '--quiet');
  git('config', 'user.name', 'Robot');
  git('config', 'user.email', 'robot@news.example');
  folder.write('allurls.dat', '');
  const feed = serve('a', 'b');
  const { code, stderr } = await follow(feed, '--git', 'commit');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(git('-c', 'core.quotePath=false', 'ls-files').trim().split('\n').sort()).toEqual([
    '.jianbao/follow.json',
    '_posts/2024-03-01-渡轮-a.md',
    '_posts/2024-03-01-渡轮-b.md',
    'allurls.dat',
  ]);
  await follow(feed, '--git', 'commit');
  expect(git('rev-list', '--count', 'HEAD').trim()).toBe('1');
});

it('has the tags, the site and the preset of a subscription', async () => {
  serve('a');
  folder.write(
    'subs.json',
    JSON.stringify([{ site: '早报', url: `${site.origin}/feed`, tags: ['新加坡', '早报'], preset: 'hugo' }]),
  );
  const { stdout } = await follow(join(folder.path, 'subs.json'));
  const { categories, tags } = readPost(folder.files()[stdout.trim()] ?? '');
  expect({ path: stdout.trim(), categories, tags }).toEqual({
    path: expect.stringMatching(/^content\//),
    categories: ['早报'],
    tags: ['早报', '新加坡'],
  });
});

it('writes to a place of jianbao.json, and knows what a folder there has', async () => {
  folder.write('jianbao.json', '{"places": {"archive": {"folder": "posts"}}}');
  folder.write('posts/_posts/2024-03-01-x.md', `---\nfrom: ${site.origin}/story/b\n---\nx\n`);
  const feed = serve('a', 'b');
  const run = () => runCli(['follow', '--pause', '0', '--to', 'archive', feed], { cwd: folder.path });
  expect(await run()).toMatchObject({ code: 0, stderr: '', stdout: '_posts/2024-03-01-渡轮-a.md\n' });
  expect(await run()).toMatchObject({ code: 0, stdout: '' });
  expect(addresses()).toEqual(['a', 'b']);
  expect(Object.keys(folder.files())).toContain('posts/.jianbao/follow.json');
});

it('leaves another text of a story on a server as it is, and says what replaces it', async () => {
  const { repository, served } = await hostBench('Gitea');
  const address = `${served.origin}/${HOSTS.Gitea.project}`;
  folder.write('jianbao.json', JSON.stringify({ places: { archive: { kind: 'git-host', address } } }));
  const feed = serve('a');
  const options = { cwd: folder.path, env: { JIANBAO_SECRET: TOKEN } };
  const run = () => runCli(['follow', '--pause', '0', '--to', 'archive', feed], options);
  const path = '_posts/2024-03-01-渡轮-a.md';
  expect(await run()).toMatchObject({ code: 0, stderr: '', stdout: `${path}\n` });
  const byHand = `${(await repository.files())[path]}Added by hand.\n`;
  await repository.write(path, byHand);
  // Another machine, which remembers nothing.
  folder.remove('.jianbao/follow.json');
  const again = await run();
  expect(again).toMatchObject({ code: 0, stdout: `${path}\n` });
  expect(again.stderr).toContain(`To replace it: jianbao clip --to archive --update ${site.origin}/story/a\n`);
  expect((await repository.files())[path]).toBe(byHand);
});

it('lets two robots on one archive clip each story once', async () => {
  const feed = serve('a', 'b', 'c', 'd');
  const other = `${site.origin}/other`;
  site.answers.set('/other', { body: rssOf(site.origin, ['d', 'c', 'e']) });
  site.answers.set('/story/e', { body: storyPage('e') });
  const runs = await Promise.all([follow(feed, other), follow(other, feed), follow(feed)]);
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, '']));
  expect(addresses()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it.each([
  [[], 'no feed given'],
  [['https://a.example/feed', '--since', 'soon'], '--since soon is neither a day (2026-01-31) nor a span (12h, 7d)'],
  [['https://a.example/feed', '--max', '0'], '--max 0 is not a number of stories'],
  [['https://a.example/feed', '--to', 'x'], '--out and --to are two places; name one'],
  [['https://a.example/feed', '--preset', 'nope'], 'there is no preset nope'],
])('refuses %j with exit code 2', async (args, reason) => {
  const { code, stderr } = await follow(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
});

it('says what is wrong with a list', async () => {
  folder.write('subs.json', '[{"site": "A"}]');
  const { code, stderr } = await follow(join(folder.path, 'subs.json'));
  expect([code, stderr]).toEqual([1, `jianbao: ${join(folder.path, 'subs.json')}: entry 1: it has no "url".\n`]);
});

it('says that the state has a conflict, and what to do', async () => {
  folder.write('.jianbao/follow.json', '{\n<<<<<<< HEAD\n "version": 1\n=======\n');
  const { code, stderr } = await follow(serve('a'));
  expect([code, stderr]).toEqual([1, expect.stringContaining('has a conflict of git: keep either side')]);
});

it('follows the other feeds of a list where an entry cannot be used, and asks to look at it', async () => {
  folder.write('subs.json', JSON.stringify([{ url: 'nonsense' }, { url: serve('a') }]));
  const { code, stderr } = await follow(join(folder.path, 'subs.json'));
  const sentence = 'entry 1: "url" is not an http(s) address.';
  expect([code, stderr]).toEqual([1, `jianbao: ${join(folder.path, 'subs.json')}: ${sentence}\n`]);
  expect(addresses()).toEqual(['a']);
});
