import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browsers.ts';
import { type Outbox, openOutbox } from './harness/deliveries.ts';
import { filesBelow } from './harness/files-below.ts';
import { type Site, serveSite } from './harness/site.ts';
import { onSmallDisk } from './harness/small-disk.ts';
import type { TestBrowser } from './harness/test-browser.ts';
import { whileWriteProtected } from './harness/write-protected.ts';

let site: Site;

beforeAll(async () => {
  site = await serveSite({});
});

afterAll(() => site.close());

describe.each(BROWSERS)('the download folder in $name', ({ name, launch }) => {
  let browser: TestBrowser;
  let outbox: Outbox;
  let posts: string;
  const read = (file: string): string => readFileSync(join(posts, file), 'utf8');

  beforeAll(async () => {
    browser = await launch({ site });
    outbox = await openOutbox(browser);
    posts = join(browser.downloads, 'Jianbao/_posts');
    mkdirSync(posts, { recursive: true });
  });

  afterAll(() => browser?.close());

  it('keeps a file that was there, and has its own updated in place', async () => {
    writeFileSync(join(posts, 'taken.md'), 'the user’s own');
    await outbox.queue('downloads', ['first', 'taken']);
    await outbox.drain();
    await outbox.queue('downloads', ['first'], 'second version');
    await outbox.drain();
    expect([read('taken.md'), read('first.md')]).toEqual(['the user’s own', 'first: second version']);
    expect(filesBelow(posts).filter((file) => /^(taken|first)/.test(file))).toHaveLength(3);
  });

  it('may be removed: the browser makes it anew', async () => {
    rmSync(join(browser.downloads, 'Jianbao'), { recursive: true });
    await outbox.queue('downloads', ['away']);
    await outbox.drain();
    expect([filesBelow(posts), read('away.md')]).toEqual([['away.md'], 'away: text']);
  });

  it('may be write-protected: the clip says that it is not there, and arrives once it can', async () => {
    const wasTried = await whileWriteProtected(posts, async () => {
      await outbox.queue('downloads', ['protected']);
      await outbox.drain();
      // Chromium asks for another place then; headless, nobody answers, and a question sent away is a no.
      const state = name === 'firefox' ? 'queued download-interrupted' : 'failed download-cancelled';
      expect(await outbox.states()).toContain(`protected ${state}`);
    });
    if (!wasTried) return;
    if (name === 'chromium') await outbox.queue('downloads', ['protected']);
    await outbox.drain();
    expect([read('protected.md'), filesBelow(posts)]).toEqual(['protected: text', ['away.md', 'protected.md']]);
  });

  it('may be full: no half a post is left, and it is written when there is room', async () => {
    await onSmallDisk(posts, async () => {
      writeFileSync(join(posts, 'ballast'), Buffer.alloc(40_000));
      await outbox.queue('downloads', ['large'], 'x'.repeat(30_000));
      await outbox.drain();
      expect(await outbox.states()).toContain('large blocked disk-full');
      expect(filesBelow(posts)).toEqual(['ballast']);
      rmSync(join(posts, 'ballast'));
      await outbox.drain();
      expect(await outbox.states()).toContain('large done');
      expect([filesBelow(posts), read('large.md').length]).toEqual([['large.md'], 30_007]);
    });
  });
});
