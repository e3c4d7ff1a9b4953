import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportPreset } from '../../src/core/post/presets/check-preset.ts';
import { hugo } from '../../src/core/post/presets/hugo.ts';
import { runCli } from './built-cli.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';

const COUNT = 12;

function story(title: string, head = ''): string {
  const date = '<meta property="article:published_time" content="2026-11-03T08:30:00+08:00">';
  const sentence = `The ${title} was late again, the harbour office said on Tuesday. `;
  return `<title>${title}</title>${date}${head}<article><h1>${title}</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(3)}</article>`;
}

const paths = Array.from({ length: COUNT }, (_, at) => `/ferry-${at}`);
let server: NewsServer;
let folder: string;
const urls = (): string[] => paths.map((path) => server.origin + path);
const sitemap = (locations: readonly string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locations
    .map(
      (location) =>
        `<url><loc>${location}</loc><image:image><image:loc>${location}.png</image:loc></image:image></url>`,
    )
    .join('')}</urlset>`;

const replies: Record<string, { body: string | Uint8Array; headers?: Record<string, string>; status?: number }> = {};

beforeAll(async () => {
  for (const [at, path] of paths.entries()) replies[path] = { body: story(`Ferry number ${at}`) };
  server = await startNewsServer(replies);
  const [first = '', ...others] = urls();
  const asXml = { 'Content-Type': 'application/xml' };
  replies['/sitemap.xml'] = { body: gzipSync(sitemap([`<![CDATA[${first}?a=1&b=2]]>`, ...others])), headers: asXml };
  replies['/index.xml'] = {
    body: `<sitemapindex><sitemap><loc>${server.origin}/gone.xml</loc></sitemap><sitemap><loc>${server.origin}/sitemap.xml</loc></sitemap></sitemapindex>`,
    headers: asXml,
  };
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-lists-'));
});
afterEach(() => rm(folder, { recursive: true }));

const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('jianbao clip --from', { timeout: 240_000 }, () => {
  it('clips a list from a file and from standard input, in its order, with the same bytes by any number of jobs', async () => {
    const list = `# Ferries\n\n${urls().join('\n')}\nnothing here\n- [again](${urls()[0]})\n`;
    await writeFile(join(folder, 'urls.txt'), list);
    const run = (jobs: string, out: string, from: string, input = '') =>
      runCli(['clip', '--from', from, '--pause', '0', '--jobs', jobs, '--out', join(folder, out)], { input });
    const one = await run('1', 'one', join(folder, 'urls.txt'));
    const three = await run('3', 'three', '-', list);
    expect(one.code).toBe(1);
    expect(one.stderr).toBe(`jianbao: ${join(folder, 'urls.txt')}: no address in the line “nothing here”.\n`);
    expect(lines(one.stdout)).toEqual(paths.map((_, at) => `_posts/2026-11-03-ferry-number-${at}.md`));
    expect(three.stdout).toBe(one.stdout);
    for (const path of lines(one.stdout)) {
      const post = await readFile(join(folder, 'one', path), 'utf8');
      expect(await readFile(join(folder, 'three', path), 'utf8')).toBe(post);
    }
  });

  it('clips each story of a list once, though it is there in wrappers, with a fragment and by another protocol', async () => {
    const [first = '', second = ''] = urls();
    const wrapped = `https://www.google.com/url?url=${encodeURIComponent(second)}`;
    await writeFile(join(folder, 'urls.txt'), `${first}\n${first}#comments\n${first}/\n${wrapped}\n${second}\n`);
    const { code, stdout, stderr } = await runCli([
      'clip',
      '--from',
      join(folder, 'urls.txt'),
      '--pause',
      '0',
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines(stdout).map((line) => JSON.parse(line).input)).toEqual([first, second]);
  });

  it('says what is no list, no file and no page', async () => {
    await writeFile(join(folder, 'saved.mhtml'), 'From: <Saved by Blink>\nMIME-Version: 1.0\n');
    const said = async (...args: string[]) => (await runCli([...args, '--out', join(folder, 'out')])).stderr;
    expect(await said('clip', '--from', folder)).toContain('is a folder; without --from its pages are clipped');
    expect(await said('follow', folder)).toContain('is a folder; name the list of feeds in it');
    expect(await said('clip', join(folder, 'saved.mhtml'))).toContain('Save the page as HTML');
  });

  it('takes a list on standard input for a list without being told', async () => {
    const { code, stdout } = await runCli(['clip', '-', '--out', folder], { input: urls().slice(0, 2).join('\n') });
    expect([code, lines(stdout).length]).toEqual([0, 2]);
  });

  it('reads an index of sitemaps by address, and says which one cannot be had', async () => {
    const from = `${server.origin}/index.xml`;
    const { code, stdout, stderr } = await runCli(['clip', '--from', from, '--pause', '0', '--retry', '0', '--json']);
    const clipped = lines(stdout).map((line) => JSON.parse(line) as { input: string; error: string | null });
    expect(clipped.map(({ input }) => input)).toEqual([`${urls()[0]}?a=1&b=2`, ...urls().slice(1)]);
    expect(clipped.every(({ error }) => error === null)).toBe(true);
    expect([code, stderr]).toEqual([1, `jianbao: ${server.origin}/gone.xml: The server answered 404.\n`]);
  });

  it('obeys a site’s robots.txt for the pages of a list, and not for an address that is typed', async () => {
    replies['/robots.txt'] = { body: 'User-agent: *\nDisallow: /ferry-2\n', headers: { 'Content-Type': 'text/plain' } };
    try {
      const [allowed = '', forbidden = ''] = urls().slice(1, 3);
      const input = `${allowed}\n${forbidden}\n`;
      const listed = await runCli(['clip', '--from', '-', '--pause', '0', '--out', folder], { input });
      expect([listed.code, lines(listed.stdout).length]).toEqual([1, 1]);
      expect(listed.stderr).toContain('does not allow it');
      const typed = await runCli(['clip', forbidden, '--from', '-', '--pause', '0', '--out', folder], { input });
      expect([typed.code, lines(typed.stdout).length]).toEqual([0, 2]);
    } finally {
      delete replies['/robots.txt'];
    }
  });

  it('reads the bookmarks that a browser exports', async () => {
    const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><H3>News</H3><DL><p>
      <DT><A HREF="${urls()[0]}" ADD_DATE="1">One</A><DT><A HREF="place:sort=8">x</A><DT><A HREF="${urls()[1]}">Two</A></DL></DL>`;
    await writeFile(join(folder, 'bookmarks.html'), bookmarks);
    const { code, stdout } = await runCli(['clip', '--from', join(folder, 'bookmarks.html'), '--pause', '0', '--json']);
    expect([code, lines(stdout).length]).toEqual([0, 2]);
  });

  it('goes on where an earlier run was killed, from a journal that a person can read', async () => {
    const journal = join(folder, 'done.jsonl');
    const run = (list: readonly string[]) =>
      runCli(['clip', '--out', folder, '--resume', journal, '--retry', '0', ...list]);
    await run([...urls().slice(0, 3), `${server.origin}/missing`]);
    await appendFile(journal, '{"time":"2026-11-28T20:00:00.000Z","pa');
    const { code, stdout, stderr } = await run([...urls().slice(0, 5), `${server.origin}/missing`]);
    expect(code).toBe(1);
    expect(lines(stdout)).toHaveLength(2);
    expect(stderr).toContain('3 of 6 pages are done already.');
    expect(stderr).toContain('404');
    const entries = lines(await readFile(journal, 'utf8')).map((line) => JSON.parse(line) as Record<string, string>);
    expect(entries.filter(({ saved }) => saved !== undefined).map(({ page }) => page)).toEqual(urls().slice(0, 5));
    expect((await readdir(join(folder, '_posts'))).length).toBe(5);
    const other = join(folder, 'notes.txt');
    await writeFile(other, 'my notes');
    expect((await runCli(['clip', '--out', folder, '--resume', other, ...urls().slice(0, 1)])).stderr).toContain(
      'is not a journal of clips',
    );
    expect(await readFile(other, 'utf8')).toBe('my notes');
  });
});

describe('jianbao clip of files', { timeout: 240_000 }, () => {
  it('clips the saved pages of a folder and of a pattern, and publishes no address of this computer', async () => {
    await mkdir(join(folder, 'saved/a_files'), { recursive: true });
    const image = '<link rel="canonical" href="file:///home/me/a.html">';
    await writeFile(join(folder, 'saved/b.html'), story('Second ferry', image));
    await writeFile(join(folder, 'saved/a.htm'), story('First ferry'));
    await writeFile(join(folder, 'saved/a_files/frame.html'), story('An advertisement'));
    const out = join(folder, 'posts');
    const all = await runCli(['clip', join(folder, 'saved'), '--out', out]);
    expect(lines(all.stdout)).toEqual(['_posts/2026-11-03-first-ferry.md', '_posts/2026-11-03-second-ferry.md']);
    expect(lines(all.stderr)).toHaveLength(2);
    expect(all.stderr).toContain('the page does not say where it is from; --url tells it.');
    const post = await readFile(join(out, '_posts/2026-11-03-second-ferry.md'), 'utf8');
    expect(post).not.toContain('file:');
    expect(post).not.toContain(folder);
    expect(post).not.toContain('about:blank');
    const some = await runCli(['clip', `${folder}/saved/*.html`, '--url', 'https://news.example/second', '--json']);
    expect(JSON.parse(some.stdout)).toMatchObject({ url: 'https://news.example/second', title: 'Second ferry' });
    expect((await runCli(['clip', `${folder}/saved/*.xhtml`])).stderr).toContain('is matched by no file');
  });

  it('takes several addresses for several files, and a preset from a file', async () => {
    const files = [join(folder, 'a.html'), join(folder, 'b.html')];
    for (const [at, file] of files.entries()) await writeFile(file, story(`Ferry ${at}`));
    const preset = join(folder, 'mine.json');
    await writeFile(preset, exportPreset({ ...hugo, id: 'mine', path: 'mine/{{title | slug}}.md' }));
    const stated = ['--url', 'https://news.example/a', '--url', 'https://news.example/b'];
    const { code, stdout } = await runCli(['clip', ...files, ...stated, '--preset', preset, '--json']);
    expect(code).toBe(0);
    const reports = lines(stdout).map((line) => JSON.parse(line) as { url: string; path: string });
    expect(reports.map(({ url }) => url)).toEqual(['https://news.example/a', 'https://news.example/b']);
    expect(reports.map(({ path }) => path)).toEqual(['mine/ferry-0.md', 'mine/ferry-1.md']);
    await writeFile(preset, JSON.stringify({ ...hugo, colour: 'red' }));
    const refused = await runCli(['clip', ...files, '--preset', preset, '--json']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('has no field “colour”')]);
  });
});
