import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { type FolderBrowser, launchFolderBrowser } from './harness/folder-browser.ts';
import { rowsIn } from './harness/outbox.ts';
import { waitFor } from './harness/wait-for.ts';

describe('nothing is lost on the library page in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'jianbao-undo-'));
  let browser: FolderBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    browser = await launchFolderBrowser(profile, 'ask');
    await browser.page.setViewport({ width: 1440, height: 810 });
    await browser.own('ui/library/index.html');
    await browser.page.waitForSelector('.nothing');
    await browser.queue('downloads', ['ferry', 'tram', 'bus', 'train']);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const press = (key: Parameters<typeof browser.page.keyboard.press>[0]) => browser.page.keyboard.press(key);
  const text = (of: string) => browser.page.$$eval(of, (all) => all.map((each) => each.textContent ?? ''));
  const count = async (store: string): Promise<number> => (await browser.page.evaluate(rowsIn, store)).length;
  const titles = async () => (await text('.clip-title')).toSorted();
  const isListed = (what: string, ids: readonly string[]) =>
    waitFor(what, async () => (await titles()).join() === ids.toSorted().join());

  /** Presses the button or link of that name. */
  async function choose(name: string): Promise<void> {
    const handle = await waitFor(`the button ${name}`, async () => {
      for (const control of await browser.page.$$('button, summary, label')) {
        if ((await control.evaluate((each) => each.textContent?.trim())) === name) return control;
      }
      return undefined;
    });
    await handle.evaluate((each) => (each as HTMLElement).click());
  }

  async function open(hash = ''): Promise<void> {
    await browser.own('ui/options/index.html');
    await browser.own(`ui/library/index.html${hash}`);
    await waitFor('the list', async () => (await text('.filter-count')).some((number) => number !== ''));
  }

  /** In light and in dark; axe looks at both. */
  async function picture(name: string): Promise<void> {
    for (const scheme of ['light', 'dark']) {
      await browser.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      // Colours fade from one scheme to the other.
      await browser.page.evaluate(() =>
        Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => {}),
      );
      await browser.page.screenshot({ path: `test-results/library-${name}-${scheme}.png` });
      expect(await axeFaults({ evaluate: (expression) => browser.page.evaluate(expression) }), scheme).toEqual([]);
    }
    await browser.page.emulateMediaFeatures([]);
  }

  it('takes two deletions back, one after the other, with another notice between', async () => {
    await open('#clip=bus');
    await press('Delete');
    await isListed('the list without it', ['ferry', 'train', 'tram']);
    await press('Delete');
    await waitFor('two in the trash', async () => (await count('trash')) === 2);
    expect(await count('deliveries')).toBe(2);
    await picture('deleted');
    await press('z');
    await waitFor('one in the trash', async () => (await count('trash')) === 1);
    await press('z');
    await isListed('both again', ['bus', 'ferry', 'train', 'tram']);
    expect(await count('deliveries')).toBe(4);
  });

  it('has a trash that survives the page, gives back, and is emptied only when asked twice', async () => {
    await open('#clip=bus');
    await press('Delete');
    await isListed('the list without it', ['ferry', 'train', 'tram']);
    await open('#filter=trash&clip=bus');
    await isListed('the trash', ['bus']);
    await waitFor('the notice', async () => (await text('.notice')).some((each) => each.includes('Deleted on')));
    await picture('trash');
    await browser.page.click('.sheet .notice .link');
    await waitFor('its way back', async () => (await count('trash')) === 0);
    await open('#clip=bus');
    await press('Delete');
    await waitFor('its going', async () => (await count('trash')) === 1);
    await open('#filter=trash');
    await choose('Empty the trash');
    await browser.page.waitForSelector('dialog.question[open]');
    await picture('empty-trash');
    await press('Escape');
    await waitFor('the question to close', async () => (await browser.page.$('dialog.question')) === null);
    expect(await count('trash')).toBe(1);
    await choose('Empty the trash');
    const dialog = await browser.page.waitForSelector('dialog.question[open] .primary');
    await dialog?.click();
    await waitFor('an empty trash', async () => (await count('trash')) === 0);
    expect(await count('contents')).toBe(3);
  });

  it('keeps what was typed when Escape leaves the editor, also when the page is loaded again', async () => {
    await open('#clip=ferry');
    await press('e');
    await browser.page.waitForSelector('.edit');
    await browser.page.type('#edit-title', ' goes on');
    await press('Escape');
    await waitFor('the notice', async () => (await text('.notice')).some((each) => each.includes('not saved')));
    await open('#clip=ferry');
    await waitFor('the notice', async () => (await text('.notice')).some((each) => each.includes('not saved')));
    await picture('draft');
    await press('e');
    const title = await browser.page.waitForSelector('#edit-title');
    expect(await title?.evaluate((field) => (field as HTMLInputElement).value)).toBe('ferry goes on');
    await choose('Save');
    await waitFor('the new title', async () => (await titles()).includes('ferry goes on'));
    expect(await count('drafts')).toBe(0);
  });

  it('shows an earlier version word by word, and brings it back', async () => {
    await open('#clip=ferry');
    await choose('Earlier versions');
    await browser.page.waitForSelector('.version-list input');
    await browser.page.click('.version-list input');
    await waitFor('the difference', async () => (await text('.changes ins')).join('').includes('goes on'));
    await picture('versions');
    await choose('Restore this version');
    await waitFor('the old title', async () => (await titles()).includes('ferry'));
    await press('z');
    await waitFor('the title before', async () => (await titles()).includes('ferry goes on'));
  });

  it('reads the same in Chinese', async () => {
    const speak = (language: string) =>
      browser.page.evaluate(
        `chrome.storage.local.set({ settings: { version: 0, settings: { language: '${language}' } } })`,
      );
    await open('#clip=tram');
    await press('Delete');
    await waitFor('its going', async () => (await count('trash')) === 1);
    await speak('zh-CN');
    await open('#filter=trash&clip=tram');
    await waitFor('the notice', async () => (await text('.notice')).some((each) => each.includes('删除')));
    await picture('trash-zh');
    await choose('清空回收站');
    await browser.page.waitForSelector('dialog.question[open]');
    await picture('empty-trash-zh');
    await press('Escape');
    await browser.page.click('.sheet .notice .link');
    await waitFor('its way back', async () => (await count('trash')) === 0);
    await open('#clip=ferry');
    await choose('以前的版本');
    await browser.page.waitForSelector('.version-list input');
    await browser.page.click('.version-list input');
    await browser.page.waitForSelector('.changes');
    await picture('versions-zh');
    await speak('en');
  });

  it('leaves nothing of a restore that is cancelled', async () => {
    const [row] = (await browser.page.evaluate(rowsIn, 'clips')) as { id: string }[];
    const [content] = await browser.page.evaluate(rowsIn, 'contents');
    const [post] = await browser.page.evaluate(rowsIn, 'posts');
    const before = await count('clips');
    const file = join(profile, 'backup.zip');
    const entries = Array.from({ length: 5_000 }, (_, n) => {
      const clip = { ...row, id: `restored-${n}`, url: `https://news.example/${n}` };
      return [`clips/${n}.json`, strToU8(JSON.stringify({ clip, content, text: { text: 'text' }, post }))] as const;
    });
    writeFileSync(file, zipSync(Object.fromEntries(entries)));
    await open();
    const input = await browser.page.$('.filter-foot input[type=file]');
    if (!input) throw new Error('no way to restore');
    await (input as typeof input & { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await waitFor('some of it to be read', async () => (await count('incoming')) > 0);
    await browser.page.evaluate(holdStore, 'incoming');
    await picture('restoring');
    await choose('Cancel');
    await browser.page.evaluate('releaseStore()');
    await waitFor('the notice', async () => (await text('.toast')).some((each) => each.includes('Stopped')));
    expect(await count('clips')).toBe(before);
    expect(await count('incoming')).toBe(0);
  });

  it('brings five thousand deleted clips back at once', async () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => `clip-${n}`);
    for (let at = 0; at < ids.length; at += 1_000) await browser.queue('downloads', ids.slice(at, at + 1_000));
    const all = await count('clips');
    await open('#clip=clip-0');
    await press('x');
    await choose('Select all');
    await press('Delete');
    await waitFor('an empty library', async () => (await count('clips')) === 0);
    await waitFor('the way back', async () => (await text('.toast')).some((each) => each.includes('Undo')));
    await press('z');
    await waitFor('all of them', async () => (await count('clips')) === all);
    expect(await count('trash')).toBe(0);
  });
});

/** Runs in a page of the extension: keeps a store busy, so that what uses it goes no further until `releaseStore` is called. */
function holdStore(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction(name, 'readwrite').objectStore(name);
      let isHeld = true;
      const hold = (): void => {
        resolve();
        if (isHeld) store.count('nothing').onsuccess = hold;
        else opening.result.close();
      };
      store.count('nothing').onsuccess = hold;
      Object.assign(globalThis, { releaseStore: () => (isHeld = false) });
    };
  });
}
