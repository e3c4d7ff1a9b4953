import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from './harness/files-below.ts';
import { type FolderBrowser, launchFolderBrowser } from './harness/folder-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const isRoot = process.getuid?.() === 0;
const home = mkdtempSync(join(tmpdir(), 'jianbao-folder-'));
const archive = join(home, 'archive');
const read = (path: string): string => readFileSync(join(archive, path), 'utf8');

afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

async function codes(browser: FolderBrowser): Promise<string[]> {
  const rows = await browser.deliveries();
  return rows.map(({ clipId, state, failure }) => [clipId, state, failure?.code].filter(Boolean).join(' '));
}

describe('a real folder in Chromium', () => {
  let browser: FolderBrowser;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(join(archive, '_posts'), { recursive: true });
    writeFileSync(join(archive, '_posts', 'taken.md'), 'the user’s own');
    browser = await launchFolderBrowser(join(home, 'profile'), 'always');
    folder = await browser.dropFolder(archive);
    await browser.folderIsRead();
    await browser.own('ui/library/index.html');
  });

  afterAll(() => browser?.close());

  it('takes a clip, and never the place of a file that was there', async () => {
    await browser.queue(folder, ['first', 'taken']);
    await browser.drain();
    expect(filesBelow(archive).filter((path) => path.endsWith('.md'))).toEqual([
      '_posts/first.md',
      '_posts/taken-2.md',
      '_posts/taken.md',
    ]);
    expect(read('_posts/taken.md')).toBe('the user’s own');
    expect(read('_posts/taken-2.md')).toBe('taken: text');
  });

  it('is updated in place, unless the user has changed the file', async () => {
    await browser.queue(folder, ['first'], 'second version');
    await browser.drain();
    expect(read('_posts/first.md')).toBe('first: second version');
    writeFileSync(join(archive, '_posts', 'first.md'), 'edited by hand');
    await browser.queue(folder, ['first'], 'third version');
    await browser.drain();
    expect(read('_posts/first.md')).toBe('edited by hand');
    expect(await codes(browser)).toContain('first blocked file-changed');
  });

  it('gets every clip of a burst once, with the worker killed again and again', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `burst-${String(n).padStart(3, '0')}`);
    await browser.queue(folder, ids);
    for (let kill = 0; kill < 8; kill++) {
      await browser.beginDrain();
      await sleep(60 + 70 * kill);
      await browser.killWorker();
    }
    await browser.drain();
    const burst = filesBelow(archive).filter((path) => path.includes('burst'));
    expect(burst).toEqual(ids.map((id) => `_posts/${id}.md`));
    for (const id of ids) expect(read(`_posts/${id}.md`)).toBe(`${id}: text`);
    expect((await codes(browser)).filter((row) => row.startsWith('burst') && !row.endsWith('done'))).toEqual([]);
  });

  it('is watched while the library is open: a story that others put there is known', async () => {
    const post = '---\ntitle: Theirs\nfrom: https://news.example/theirs\n---\ntext';
    writeFileSync(join(archive, '_posts', 'theirs.md'), post);
    await waitFor('the story', async () => (await browser.folderFiles()).includes('news.example/theirs'));
    rmSync(join(archive, '_posts', 'theirs.md'));
    await waitFor('its going', async () => !(await browser.folderFiles()).includes('news.example/theirs'));
  });

  it('may be taken away: clips wait, say why, and arrive when it is back', async () => {
    renameSync(archive, `${archive}-away`);
    await browser.queue(folder, ['away-1', 'away-2']);
    await browser.drain();
    expect(await codes(browser)).toEqual(
      expect.arrayContaining(['away-1 blocked folder-gone', 'away-2 blocked folder-gone']),
    );
    renameSync(`${archive}-away`, archive);
    await browser.drain();
    expect(read('_posts/away-1.md') + read('_posts/away-2.md')).toBe('away-1: textaway-2: text');
  });

  it.runIf(isRoot)('may be write-protected: clips wait, and arrive when it no longer is', async () => {
    const posts = join(archive, '_posts');
    execFileSync('chattr', ['+i', posts]);
    try {
      await browser.queue(folder, ['protected']);
      await browser.drain();
      expect(await codes(browser)).toContain('protected blocked folder-read-only');
    } finally {
      execFileSync('chattr', ['-i', posts]);
    }
    await browser.drain();
    expect(read('_posts/protected.md')).toBe('protected: text');
  });

  it('writes under the next name where a folder has the name of the post', async () => {
    mkdirSync(join(archive, '_posts', 'kind.md'));
    await browser.queue(folder, ['kind']);
    await browser.drain();
    expect(readFileSync(join(archive, '_posts', 'kind-2.md'), 'utf8')).toBe('kind: text');
  });
});

describe('a full disk', () => {
  const disk = join(home, 'disk');
  let mounted = false;
  let browser: FolderBrowser | undefined;

  beforeAll(() => {
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
      mounted = true;
    } catch {
      console.warn('skipped: no right to mount a small disk');
    }
  });

  afterAll(async () => {
    await browser?.close();
    if (mounted) execFileSync('umount', [disk]);
  });

  it('leaves no empty post behind, holds what does not fit, and takes it when there is room', async () => {
    if (!mounted) return;
    browser = await launchFolderBrowser(join(home, 'disk-profile'), 'always');
    const folder = await browser.dropFolder(disk);
    await browser.own('ui/library/index.html');
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(40_000));
    await browser.queue(folder, ['large'], 'x'.repeat(30_000));
    await browser.drain();
    expect(await codes(browser)).toEqual(['large blocked disk-full']);
    expect(execFileSync('find', [disk, '-name', '*.md*'], { encoding: 'utf8' })).toBe('');
    rmSync(join(disk, 'ballast'));
    await browser.drain();
    expect(await codes(browser)).toEqual(['large done']);
  });
});

describe('the grant', () => {
  const profile = join(home, 'grant-profile');
  const granted = join(home, 'granted');
  let browser: FolderBrowser | undefined;

  afterAll(() => browser?.close());

  it('“on every visit” lets the worker write after a restart, with no page of ours open', async () => {
    mkdirSync(granted);
    browser = await launchFolderBrowser(profile, 'ask');
    const { id } = browser;
    await browser.close();

    browser = await launchFolderBrowser(profile, { everyVisit: granted, extensionId: id });
    const folder = await browser.dropFolder(granted);
    await browser.own('ui/library/index.html');
    await browser.queue(folder, ['before-restart']);
    await browser.close();

    browser = await launchFolderBrowser(profile, { everyVisit: granted, extensionId: id });
    await browser.page.goto('about:blank');
    await waitFor(
      'the post, written at start-up',
      () => filesBelow(granted).includes('_posts/before-restart.md'),
      20_000,
    );
  });

  it('that has lapsed makes clips wait, in the row and not in vain', async () => {
    await browser?.close();
    browser = await launchFolderBrowser(join(home, 'lapsed-profile'), 'ask');
    const folder = await browser.dropFolder(granted);
    await browser.own('ui/library/index.html');
    await browser.queue(folder, ['lapsed']);
    await browser.drain();
    expect(await codes(browser)).toEqual(['lapsed blocked folder-permission']);
    expect(filesBelow(granted)).not.toContain('_posts/lapsed.md');
  });
});
