import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../test/e2e/harness/wait-for.ts';
import { threadTime } from '../quiet-page.ts';
import { WORDS } from './stories.ts';

/** One letter of a search. */
export interface Letter {
  /** Milliseconds from the letter to the new list on the screen. */
  readonly wall: number;
  /** Milliseconds of the main thread's CPU for it. */
  readonly cpu: number;
}

const LIBRARY = '/ui/library/index.html';
const QUERIES = 40;

/** Milliseconds from the page being asked for to the list on the screen. */
export async function timeOpening(page: Page, origin: string): Promise<number> {
  await page.goto('about:blank');
  const { identifier } = await page.evaluateOnNewDocument(markFirstClip);
  await page.goto(`${origin}${LIBRARY}`);
  const time = await page.waitForFunction(() => performance.getEntriesByName('shown')[0]?.startTime);
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  return (await time.jsonValue()) ?? Number.NaN;
}

/** Types words of the stories, common and rare, letter by letter, once all texts can be searched. */
export async function timeSearch(page: Page): Promise<readonly Letter[]> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(typeText, 'a');
  await waitFor('the texts', () => page.$eval('.list-facts p', (facts) => !/still reading/.test(facts.textContent)));
  const letters: Letter[] = [];
  for (let n = 0; n < QUERIES; n++) {
    const words = n % 2 === 0 ? WORDS.zh : WORDS.en;
    const word = words[Math.floor((words.length * n) / QUERIES)] ?? '';
    for (let end = 1; end <= word.length; end++) {
      const before = await threadTime(session);
      const wall = await page.evaluate(typeText, word.slice(0, end));
      letters.push({ wall, cpu: (await threadTime(session)) - before });
    }
  }
  await page.evaluate(typeText, '');
  await session.detach();
  return letters;
}

/**
 * Megabytes that the page's process has to itself, after a garbage collection: what the task manager of the browser
 * calls its memory. Nothing where the system does not tell (other than Linux).
 */
export async function memoryOf(page: Page): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const browser = await page.browser().target().createCDPSession();
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const ours = processInfo.find(({ id }) =>
    readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process'),
  );
  if (!ours) throw new Error('no process of the browser is the extension’s');
  const parts = readFileSync(`/proc/${ours.id}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm);
  return [...parts].reduce((total, [, kilobytes]) => total + Number(kilobytes), 0) / 1000;
}

// What follows runs in the page.

function markFirstClip(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.clip')) return;
    watch.disconnect();
    // The frame with the list in it is painted when a task after it has its turn.
    requestAnimationFrame(() => setTimeout(() => performance.mark('shown')));
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function typeText(text: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('#search');
  if (!field) throw new Error('there is no field to search in');
  field.value = text;
  const typed = performance.now();
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - typed;
}
