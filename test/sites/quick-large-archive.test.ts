import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installJekyllPlugin } from '../../src/cli/check/install-jekyll-plugin.ts';

const run = promisify(execFile);
const POSTS = 200;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-large-'));
  await mkdir(join(folder, '_posts'));
  await mkdir(join(folder, '_layouts'));
  await writeFile(join(folder, '_config.yml'), 'permalink: /:year-:month-:day/:title/\ntimezone: Asia/Singapore\n');
  await writeFile(
    join(folder, '_layouts/post.html'),
    '<title>{{ page.title }}</title>{{ content }}{{ page.previous.url }}',
  );
  await writeFile(join(folder, 'index.html'), '---\n---\n{% for post in site.posts %}{{ post.url }} {% endfor %}');
  await writeFile(join(folder, 'about.txt'), 'A static file.');
  for (let at = 0; at < POSTS; at++) {
    const text = `---\nlayout: post\ntitle: "渡轮 ${at}"\ndate: 2021-07-16T13:01:00+08:00\n---\n\n第 ${at} 班渡轮又晚点了。\n`;
    await writeFile(join(folder, `_posts/2021-07-16-ferry-${at}.md`), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** Builds the site with the real Jekyll, and returns the hash of every file of it. */
async function built(): Promise<Map<string, string>> {
  await run('jekyll', ['build', '--quiet', '--trace'], { cwd: folder, env: { ...process.env, LANG: 'C.UTF-8' } });
  const site = join(folder, '_site');
  const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const hashes = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return new Map(await Promise.all(hashes));
}

describe('the plugin for large archives', () => {
  it('builds the same site, and does not compare every post with every other', async () => {
    const before = await built();
    expect(before.size).toBe(POSTS + 2);
    await installJekyllPlugin(folder);
    // Counts the comparisons of posts, as nothing but sorting should make any.
    const counter = `module Count; def <=>(other); $compared = ($compared || 0) + 1; super; end; end
Jekyll::Document.prepend(Count)
at_exit { File.write("compared.log", $compared.to_s) }`;
    await writeFile(join(folder, '_plugins/count.rb'), counter);
    const after = await built();
    expect(after).toEqual(before);
    expect(Number(await readFile(join(folder, 'compared.log'), 'utf8'))).toBeLessThan((POSTS * POSTS) / 4);
  });
});
