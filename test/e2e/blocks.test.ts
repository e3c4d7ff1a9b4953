import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe-faults.ts';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, readControl, waitForText } from './harness/controls.ts';
import { filesBelow } from './harness/files-below.ts';
import { pageFile, type Site, serveSite } from './harness/site.ts';
import type { TestBrowser, View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const ONE = 'courier.example/2026/bell';
const TWO = 'courier.example/2026/ringer';
/** Nobody has clipped this one: a clip that is kept has the tags that it was kept with. */
const UNCLIPPED = 'courier.example/2026/tower';
const NOTE = 'The desk of this newspaper asks its readers to send in photographs';

describe.each(BROWSERS)('$name: the blocks of a page', ({ launch }) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true });
    const two = pageFile('desk-note-two.html');
    site = await serveSite({ [ONE]: pageFile('desk-note-one.html'), [TWO]: two, [UNCLIPPED]: two });
    browser = await launch({ site });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const picture = (of: string): string => `test-results/${browser.name}-blocks-${of}.png`;

  /** The texts of the preview's paragraphs. */
  const shown = (popup: View) =>
    popup.run(() => [...document.querySelectorAll('.story p')].map(({ textContent }) => textContent.slice(0, 20)));

  /** Presses a button from inside, wherever it is scrolled to. */
  async function pressLabelled(popup: View, label: string): Promise<void> {
    await waitFor(`the button ${label}`, () =>
      popup.run((wanted) => {
        const button = document.querySelector<HTMLElement>(`[aria-label="${CSS.escape(wanted)}"]`);
        button?.click();
        return button !== null;
      }, label),
    );
  }

  /** Presses a button that closes the popup, which then could not answer. */
  async function pressAndClose(popup: View, name: string): Promise<void> {
    await waitFor(`the button ${name}`, () =>
      popup.run((wanted) => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
        setTimeout(() => button?.click());
        return button !== undefined;
      }, name),
    );
  }

  /** Firefox sends keys to the popup only once it was clicked, and the click arrives in its process later. */
  async function enterTitle(popup: View): Promise<void> {
    await waitFor('the focus in the title', async () => {
      await popup.click('#field-title');
      return popup.run(() => document.activeElement?.id === 'field-title');
    });
  }

  /** Opens the popup on a page, and in it the list of the page's blocks. */
  async function openBlocks(address: string): Promise<View> {
    await browser.open(`http://${address}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await popup.click('.left-out-button');
    await waitForText(popup, 'All blocks of the page');
    return popup;
  }

  async function savedPost(name: string): Promise<string> {
    return waitFor(`the post ${name}`, () => {
      const path = filesBelow(browser.downloads).find((each) => each.includes(name));
      return path !== undefined && readFileSync(join(browser.downloads, path), 'utf8');
    });
  }

  it('takes out, puts back, keeps it as a rule, and meets the rule on the next story', async () => {
    const popup = await openBlocks(ONE);
    await pressLabelled(popup, 'Put back: The bell weighs four tons and was cast in the year of the gr…');
    await waitForText(popup, '1 block put back');
    await pressLabelled(popup, 'Take out: The desk of this newspaper asks its readers to send in photo…');
    await waitForText(popup, '1 block taken out');
    expect(await axeFaults(popup)).toEqual([]);
    await popup.screenshot(picture('list'));

    await clickControl(popup, 'Always so on courier.example');
    await waitForText(popup, 'p.desk-note');
    await waitForText(popup, 'aside.related-facts');
    expect(await axeFaults(popup)).toEqual([]);
    await popup.screenshot(picture('rule'));
    await clickControl(popup, 'Keep this rule');
    await waitForText(popup, 'The rule for courier.example is kept');
    await popup.click('.notice .link');
    await waitForText(popup, 'The rule for courier.example is taken back');
    await clickControl(popup, 'Always so on courier.example');
    await clickControl(popup, 'Keep this rule');
    await waitForText(popup, 'The rule for courier.example is kept');

    await clickControl(popup, 'Back to the preview');
    await waitFor('the story as chosen', async () => (await shown(popup)).length === 5);
    expect(await shown(popup)).toEqual([
      'The bell of the old ',
      'Divers had found it ',
      'The bell weighs four',
      'The founder’s great-',
      'It will ring every e',
    ]);
    await clickControl(popup, 'Save');
    const post = await savedPost('harbour-bell');
    expect(post).toContain('The bell weighs four tons');
    expect(post).not.toContain(NOTE);

    await browser.open(`http://${TWO}`);
    const next = await browser.openPopup();
    await readControl(next, 'Title');
    await waitForText(next, 'The rope is of hemp');
    expect((await shown(next)).join()).not.toContain('The desk of this');
    await next.screenshot(picture('next-story'));
    expect(await browser.complaints()).toEqual([]);
  });

  it('lists the rule in the settings, where it can be edited', async () => {
    const settings = await browser.openOwnPage('ui/options/index.html');
    await waitForText(settings, 'takes 1 out · puts 1 back');
    await settings.run(() => document.querySelector('#sites')?.scrollIntoView());
    expect(await axeFaults(settings)).toEqual([]);
    await settings.screenshot(picture('settings'));
    await settings.run(() => {
      const entry = [...document.querySelectorAll('li')].find(({ textContent }) =>
        textContent.includes('courier.example'),
      );
      entry?.querySelector('button')?.click();
    });
    expect(await readControl(settings, 'Take out')).toBe('p.desk-note');
    await fillControl(settings, 'Take out', 'p[');
    await waitForText(settings, '“p[” is not a CSS selector.');
    expect(await axeFaults(settings)).toEqual([]);
    await settings.screenshot(picture('settings-edit'));
  });

  it('is done by keyboard alone in the preview, and undone', async () => {
    await browser.open(`http://${TWO}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    const before = await shown(popup);
    await enterTitle(popup);
    await popup.run(() => document.querySelector<HTMLElement>('.take-out')?.focus());
    const name = () => popup.run(() => document.activeElement?.getAttribute('aria-label') ?? '');
    // It begins at the first block in sight: a popup that is still small has scrolled to the button.
    await waitFor('a block', async () => (await name()).startsWith('Take out: '));
    await waitFor('the first block', async () => {
      const isFirst = (await name()).startsWith('Take out: The ringer of');
      if (!isFirst) await popup.press('ArrowUp');
      return isFirst;
    });
    await popup.press('ArrowDown');
    await waitFor('the second block', async () => (await name()).startsWith('Take out: She will be'));
    await popup.screenshot(picture('preview'));
    await popup.press('Enter');
    await waitFor('the block to be out', async () => !(await shown(popup)).includes('She will be gone for'));
    await waitForText(popup, '1 block taken out');
    // The mark goes on to what took the block's place.
    await waitFor('the next block', async () => /^Take out: (?!She will be)/.test(await name()));
    await waitFor('its mark', () => popup.run(() => document.querySelector('.preview.marking') !== null));
    await popup.press('ArrowDown');
    await clickControl(popup, 'Undo');
    await waitFor('the story of before', async () => (await shown(popup)).join() === before.join());
    // Undo is gone with the last choice, and the focus goes on to the button that opens the blocks.
    await waitFor('the focus to go on', () =>
      popup.run(() => document.activeElement?.classList.contains('left-out-button') === true),
    );
  });

  /** Presses Tab until a control has the focus, by its name or a part of it, once it is there. */
  async function tabTo(view: View, name: string): Promise<void> {
    await waitFor(`“${name}”`, () =>
      view.run((wanted) => {
        const controls = [...document.querySelectorAll('input, textarea, select, button, a')];
        return controls.some((each) => `${each.getAttribute('aria-label')} ${each.textContent}`.includes(wanted));
      }, name),
    );
    for (let press = 0; press < 100; press += 1) {
      const focused = await view.run(() => {
        // The body's text holds every name.
        const at = document.activeElement === document.body ? null : document.activeElement;
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
        return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''} ${labels.join(' ')}`;
      });
      if (focused.includes(name)) return;
      await view.press('Tab');
    }
    throw new Error(`the Tab key does not reach “${name}”`);
  }

  async function type(view: View, text: string): Promise<void> {
    for (const letter of text) await view.press(letter);
  }

  it('is all done by keyboard: edit, put back, save, and edit once more in the library', async () => {
    await browser.open(`http://${TWO}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await enterTitle(popup);
    await type(popup, 'XY');
    await waitFor('the letters', async () => (await readControl(popup, 'Title')).includes('XY'));
    await tabTo(popup, 'left out');
    await popup.press('Enter');
    await waitForText(popup, 'All blocks of the page');
    await tabTo(popup, 'Take out: She will be');
    await popup.press('Enter');
    await waitForText(popup, '1 block taken out');
    await tabTo(popup, 'Put back: ');
    await popup.press('Enter');
    await tabTo(popup, 'Save');
    await popup.press('Enter');
    await waitForText(popup, 'Saved');

    const library = await browser.openOwnPage('ui/library/index.html');
    await waitFor('the clip', () => library.run(() => document.querySelector('.clip') !== null));
    await library.press('j');
    await waitForText(library, 'Open the original');
    await library.press('e');
    await readControl(library, 'Title');
    await type(library, 'Z');
    await tabTo(library, 'Save');
    await library.press('Enter');
    await waitFor('the new title', () =>
      library.run(() => document.querySelector('.sheet h2')?.textContent?.includes('Z') === true),
    );
    expect(await browser.complaints()).toEqual([]);
  });

  it('picks the story on the page by keyboard', async () => {
    const popup = await openBlocks(ONE);
    await pressAndClose(popup, 'Pick the story on the page');
    await waitFor('the picker', () => browser.page.run(() => document.querySelector('[popover]') !== null));
    // To the body, into it, and along: the head of the page, the story, the letters.
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) {
      await browser.page.press(key);
    }
    await waitFor('the pick', () => browser.page.run(() => document.querySelector('[popover]') === null));
    const picked = (await browser.popupIsOpen()) ? await browser.openedPopup() : await browser.openPopup();
    await waitForText(picked, 'You picked the story on the page.');
    await waitFor('the letter', async () => (await shown(picked)).includes('A reader writes that'));
    expect(await shown(picked)).not.toContain('The bell of the old ');
  });

  it('picks although the background has gone to sleep', async () => {
    const popup = await openBlocks(ONE);
    await browser.stopBackground();
    await pressAndClose(popup, 'Pick the story on the page');
    await waitFor('the picker', () => browser.page.run(() => document.querySelector('[popover]') !== null));
    await browser.page.press('Escape');
    await waitFor('the picker to go', () => browser.page.run(() => document.querySelector('[popover]') === null));
  });

  it('writes posts of a site in the format and with the tags that are set for it', async () => {
    const settings = await browser.openOwnPage('ui/options/index.html');
    await clickControl(settings, 'Set format, tags or place for a site');
    await fillControl(settings, 'Sites', 'courier.example');
    await settings.run(() => {
      const select = document.querySelector<HTMLSelectElement>('#site-preset');
      if (!select) return;
      select.value = 'hugo';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await fillControl(settings, 'Tags', 'harbour news');
    await settings.run(() => document.querySelector<HTMLElement>('.site-editor [type="submit"]')?.click());
    await waitForText(settings, 'harbour news');
    await browser.open(`http://${UNCLIPPED}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await waitForText(popup, 'harbour news');
    expect(await popup.run(() => document.querySelector<HTMLSelectElement>('.preset select')?.value)).toBe('hugo');
  });

  it('keeps what was written in Markdown, or asks', async () => {
    await browser.open(`http://${TWO}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await clickControl(popup, 'Markdown');
    const written = (await readControl(popup, 'Story text as Markdown')).replace(
      'and does not wait for',
      'and waits for',
    );
    await fillControl(popup, 'Story text as Markdown', written);
    await popup.click('.left-out-button');
    await waitForText(popup, 'All blocks of the page');
    await pressLabelled(popup, 'Take out: The ringer of the harbour bell left on Wednesday for the reg…');
    await waitForText(popup, '1 block taken out');
    await clickControl(popup, 'Markdown');
    const kept = await readControl(popup, 'Story text as Markdown');
    expect(kept).toContain('and waits for anybody');
    expect(kept).not.toContain('The ringer of the harbour bell');

    await fillControl(popup, 'Story text as Markdown', 'Nothing of the page.');
    await popup.click('.left-out-button');
    await pressLabelled(popup, 'Take out: She will be gone for nine days, or for as long as the wind h…');
    await waitForText(popup, 'so the two cannot be combined');
    await popup.screenshot(picture('conflict'));
    await clickControl(popup, 'Cancel');
    await clickControl(popup, 'Markdown');
    expect(await readControl(popup, 'Story text as Markdown')).toBe('Nothing of the page.');
  });

  it('picks one more part on the page, and leaves nothing behind', async () => {
    await browser.open(`http://${ONE}`);
    const before = await browser.page.run(() => document.documentElement.outerHTML);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    await popup.click('.left-out-button');
    await pressAndClose(popup, 'Add a part from the page');
    await waitFor('the picker', () => browser.page.run(() => document.querySelector('[popover]') !== null));
    await browser.page.screenshot(picture('picker'));
    await browser.page.press('Escape');
    await waitFor('the page as it was', async () => {
      return (await browser.page.run(() => document.documentElement.outerHTML)) === before;
    });

    const again = await browser.openPopup();
    await readControl(again, 'Title');
    await again.click('.left-out-button');
    await pressAndClose(again, 'Add a part from the page');
    await waitFor('the picker', () => browser.page.run(() => document.querySelector('[popover]') !== null));
    await browser.page.click('.letters p');
    await waitFor('the page as it was', async () => {
      return (await browser.page.run(() => document.documentElement.outerHTML)) === before;
    });
    // The background opens the popup, or asks for a press: a press in between would close what it has just opened.
    await waitFor('the popup or the badge', async () => {
      return (await browser.popupIsOpen()) || (await browser.badge()).text === '+';
    });
    const picked = (await browser.popupIsOpen()) ? await browser.openedPopup() : await browser.openPopup();
    await waitForText(picked, 'You added a part from the page.');
    await waitForText(picked, 'the bell was never in tune');
    await picked.screenshot(picture('picked'));
  });
});
