import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, readControl, waitForText } from './harness/controls.ts';
import { type Outbox, openOutbox } from './harness/deliveries.ts';
import { filesBelow } from './harness/files-below.ts';
import { killCompanions } from './harness/kill-companions.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import { onSmallDisk } from './harness/small-disk.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';
import { whileWriteProtected } from './harness/write-protected.ts';

const SHOTS = 'test-results/companion';

let site: Site;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  site = await serveSite({ 'news.example/night-ferry': pageFile('night-ferry.html') });
});

afterAll(() => site.close());

describe.each(BROWSERS)('the companion in $name', ({ name, launch }) => {
  const userHome = mkdtempSync(join(tmpdir(), 'jianbao-user-'));
  const archive = join(userHome, 'archive');
  const read = (path: string): string => readFileSync(join(archive, path), 'utf8');
  const posts = (): string[] => filesBelow(archive).filter((path) => !path.includes('night-ferry'));
  let browser: TestBrowser;
  let outbox: Outbox;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(archive);
    browser = await launch({ site, userHome, allowedCompanion: true });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(userHome, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is connected in the settings, which say how to set it up where there is none', async () => {
    const page = await browser.openOwnPage('ui/options/index.html');
    await clickControl(page, 'Connect the companion');
    await waitForText(page, `jianbao host install --browser ${name} --folder DIR`);
    await page.screenshot(`${SHOTS}/${name}-missing.png`);
    execFileSync('node', ['dist/cli.js', 'host', 'install', '--browser', name, '--folder', archive], {
      env: { ...process.env, HOME: userHome, XDG_CONFIG_HOME: '' },
    });
    await clickControl(page, 'Connect the companion');
    await waitForText(page, `${archive}, through the companion`);
    await waitForText(page, '0 posts');
    await page.screenshot(`${SHOTS}/${name}-connected.png`);
    // Chromium's worker can start programs from its next life on.
    await browser.stopBackground();
  });

  it('writes what the popup saves, where the popup said', async () => {
    await browser.open('http://news.example/night-ferry');
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Save');
    await waitForText(popup, 'Saved');
    await waitFor('the post', () => filesBelow(archive).length === 1);
    expect(filesBelow(archive)).toEqual(['_posts/2026-03-04-night-ferry-to-run-all-winter.md']);
    expect(filesBelow(browser.downloads)).toEqual([]);
  });

  it('never takes the place of a file that was there, and follows no hand but its own', async () => {
    outbox = await openOutbox(browser);
    folder = await outbox.folderId();
    writeFileSync(join(archive, '_posts/taken.md'), 'the user’s own');
    await outbox.queue(folder, ['first', 'taken']);
    await outbox.drain();
    expect([read('_posts/taken.md'), read('_posts/taken-2.md')]).toEqual(['the user’s own', 'taken: text']);
    await outbox.queue(folder, ['first'], 'second version');
    await outbox.drain();
    expect(read('_posts/first.md')).toBe('first: second version');
    writeFileSync(join(archive, '_posts/first.md'), 'edited by hand');
    await outbox.queue(folder, ['first'], 'third version');
    await outbox.drain();
    expect(read('_posts/first.md')).toBe('edited by hand');
    expect(await outbox.states()).toContain('first blocked file-changed');
  });

  it('brings every clip of a burst once, the background and the companion killed again and again', async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `burst-${String(n).padStart(2, '0')}`);
    await outbox.queue(folder, ids);
    let killed = 0;
    for (let round = 0; round < 8; round++) {
      await outbox.begin();
      // On a busy machine it has not started by then; in the first round it is waited for.
      if (round === 0) killed += await waitFor('the companion', () => killCompanions(userHome) || undefined);
      await sleep(250 + 90 * round);
      if (round % 2 === 0) killed += killCompanions(userHome);
      else await browser.stopBackground();
    }
    expect(killed).toBeGreaterThan(0);
    await waitFor('the whole burst', async () => {
      await outbox.drain();
      return (await outbox.states()).filter((row) => row.startsWith('burst') && !row.endsWith('done')).length === 0;
    });
    expect(posts().filter((path) => path.includes('burst'))).toEqual(ids.map((id) => `_posts/${id}.md`));
    for (const id of ids) expect(read(`_posts/${id}.md`)).toBe(`${id}: text`);
    // What a killed companion left unfinished is removed an hour later, by whichever companion writes next.
    const leftovers = (): string[] =>
      execFileSync('find', [archive, '-name', '.*.tmp'], { encoding: 'utf8' }).split('\n').filter(Boolean);
    for (const path of leftovers()) utimesSync(path, 0, 0);
    killCompanions(userHome);
    await outbox.queue(folder, ['sweep']);
    await outbox.drain();
    expect(leftovers()).toEqual([]);
  });

  it('makes clips wait while the folder is away, and writes them when it is back', async () => {
    renameSync(archive, `${archive}-away`);
    await outbox.queue(folder, ['away']);
    await outbox.drain();
    expect(await outbox.states()).toContain('away blocked folder-gone');
    renameSync(`${archive}-away`, archive);
    await outbox.drain();
    expect(read('_posts/away.md')).toBe('away: text');
  });

  it('makes clips wait while the folder is write-protected', async () => {
    const wasTried = await whileWriteProtected(join(archive, '_posts'), async () => {
      await outbox.queue(folder, ['protected']);
      await outbox.drain();
      expect(await outbox.states()).toContain('protected blocked folder-read-only');
    });
    if (!wasTried) return;
    await outbox.drain();
    expect(read('_posts/protected.md')).toBe('protected: text');
  });

  it('holds what does not fit on a full disk, leaves no half of it, and writes it when there is room', async () => {
    const full = join(archive, '_posts');
    await onSmallDisk(full, async () => {
      writeFileSync(join(full, 'ballast'), Buffer.alloc(40_000));
      await outbox.queue(folder, ['large'], 'x'.repeat(30_000));
      await outbox.drain();
      expect(await outbox.states()).toContain('large blocked disk-full');
      expect(readdirSync(full)).toEqual(['ballast']);
      rmSync(join(full, 'ballast'));
      await outbox.drain();
      expect([readdirSync(full), read('_posts/large.md').length]).toEqual([['large.md'], 30_007]);
    });
  });

  it('that is uninstalled makes clips wait; installed again, it writes them', async () => {
    const cli = (...args: string[]): void =>
      void execFileSync('node', ['dist/cli.js', 'host', ...args, '--browser', name], {
        env: { ...process.env, HOME: userHome, XDG_CONFIG_HOME: '' },
      });
    cli('uninstall');
    killCompanions(userHome);
    await outbox.queue(folder, ['without']);
    await waitFor('the failure', async () => {
      await outbox.drain();
      return (await outbox.states()).includes('without blocked companion-missing');
    });
    cli('install', '--folder', archive);
    await outbox.drain();
    expect(read('_posts/without.md')).toBe('without: text');
    expect(await outbox.states()).toContain('without done');
  });
});
