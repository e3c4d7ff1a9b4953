import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './built-cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-fixture-'));
});
afterEach(() => rm(folder, { recursive: true }));

const PAGE = `<title>Ferry</title><script src="/track.js"></script><script>${'track();'.repeat(400)}</script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry late","datePublished":"2024-03-05"}</script>
<article><h1>Ferry late</h1>${'<p>The night ferry was late again, the harbour office said on Tuesday.</p>'.repeat(6)}</article>`;

describe('jianbao fixture', { timeout: 120_000 }, () => {
  it('writes the page without programs, and what is made of it', async () => {
    await writeFile(join(folder, 'saved.html'), PAGE);
    const args = [
      'fixture',
      join(folder, 'saved.html'),
      '--url',
      'https://news.example/ferry',
      '--slug',
      'ferry',
      '--dir',
      folder,
    ];
    expect(await runCli(args)).toMatchObject({ code: 0, stderr: '' });
    expect((await readdir(join(folder, 'ferry'))).sort()).toEqual(['expected.json', 'expected.md', 'page.html']);
    const page = await readFile(join(folder, 'ferry/page.html'), 'utf8');
    expect(page).toContain('ld+json');
    expect(page).not.toContain('track');
    expect(JSON.parse(await readFile(join(folder, 'ferry/expected.json'), 'utf8'))).toMatchObject({
      pageUrl: 'https://news.example/ferry',
      title: 'Ferry late',
      published: '2024-03-05',
    });

    const again = await runCli(args);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('--update');
    expect((await runCli([...args, '--update'])).code).toBe(0);
  });

  it('wants a slug', async () => {
    expect((await runCli(['fixture', 'a.html'])).code).toBe(2);
  });
});
