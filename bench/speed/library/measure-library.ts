import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FolderBrowser, launchFolderBrowser } from '../../../test/e2e/harness/folder-browser.ts';
import { printTable } from '../../print-table.ts';
import type { Budget } from '../budgets.ts';
import { median, quantile } from '../statistics.ts';
import { memoryOf, timeOpening, timeSearch } from './library-page.ts';
import { timeSaves } from './saves.ts';
import { seedLibrary } from './seed.ts';
import { keptStory } from './stories.ts';

const OPENINGS = 5;
const POSTS = 5_000;

/** What a library of so many clips costs in Chromium: its page, a folder of posts, a save. */
export async function measureLibrary(clips: number): Promise<readonly Budget[]> {
  const home = mkdtempSync(join(tmpdir(), 'jianbao-library-bench-'));
  const inBrowser = async <T>(work: (browser: FolderBrowser) => Promise<T>): Promise<T> => {
    const browser = await launchFolderBrowser(join(home, 'profile'), 'always');
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  };
  try {
    await inBrowser(async (browser) => seedLibrary(await browser.own('ui/library/index.html'), clips));
    // Each in a browser just started: what a measurement before left in memory is not counted.
    const page = await inBrowser((browser) => measurePage(browser));
    const folder = await inBrowser((browser) => measureFolder(browser, join(home, 'archive')));
    return [...page, ...folder];
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measurePage({ page, id }: FolderBrowser): Promise<readonly Budget[]> {
  const openings: number[] = [];
  for (let n = 0; n < OPENINGS; n++) openings.push(await timeOpening(page, `chrome-extension://${id}`));
  const letters = await timeSearch(page);
  const memory = await memoryOf(page);
  const cpu = letters.map((letter) => letter.cpu);
  printTable([
    ['', 'median', 'p95'],
    ['page asked for to list shown, ms', ...figures(openings)],
    ['letter typed to list shown, ms', ...figures(letters.map(({ wall }) => wall))],
    ['… CPU of the main thread, ms', ...figures(cpu)],
  ]);
  return [
    { what: 'library page asked for to list shown', value: median(openings), limit: 1_000, unit: 'ms' },
    { what: 'letter of a search to list shown, CPU, p95', value: quantile(cpu, 0.95), limit: 50, unit: 'ms' },
    ...(memory === undefined
      ? []
      : [{ what: 'memory of the library page', value: memory, limit: 250, unit: 'MB' } as const]),
  ];
}

async function measureFolder(browser: FolderBrowser, folder: string): Promise<readonly Budget[]> {
  mkdirSync(join(folder, '_posts'), { recursive: true });
  for (let n = 0; n < POSTS; n++) {
    const { path, text } = keptStory(-1 - n).post;
    writeFileSync(join(folder, path), text);
  }
  const begun = performance.now();
  await browser.dropFolder(folder);
  await browser.folderIsRead();
  const index = (performance.now() - begun) / 1000;
  const saves = await timeSaves(browser);
  const durable = saves.map((save) => save.durable);
  const onDisk = saves.map((save) => save.onDisk);
  printTable([
    ['', 'median', 'p95'],
    ['Save pressed to durable, ms', ...figures(durable)],
    ['Save pressed to on disk, ms', ...figures(onDisk)],
  ]);
  return [
    { what: `first index of ${POSTS} posts`, value: index, limit: 15, unit: 's' },
    { what: 'Save pressed to durable', value: median(durable), limit: 250, unit: 'ms' },
    { what: 'Save pressed to on disk', value: median(onDisk), limit: 1_000, unit: 'ms' },
  ];
}

function figures(values: readonly number[]): string[] {
  return [median(values), quantile(values, 0.95)].map((value) => value.toFixed(0));
}
