/**
 * `npm run bench`: what a clip costs in Chromium, beside Readability, a textbook clipper and Defuddle on the same pages,
 * how it grows with the page, how soon the popup shows its Markdown, what a full library costs, what the extension weighs,
 * and with `--against` what all that is beside another commit.
 */
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { measureAgainst } from './against/measure-against.ts';
import { type Budget, judge } from './budgets.ts';
import { measureClips, printClips } from './clip-cpu.ts';
import { buildContenders } from './contenders/build-contenders.ts';
import { measureGrowth } from './growth.ts';
import { measureLibrary } from './library/measure-library.ts';
import { seedLibrary } from './library/seed.ts';
import { newsPages } from './news-pages.ts';
import { measurePlaces } from './places/measure-places.ts';
import { measurePopup, printPopup } from './popup/popup-time.ts';
import { alwaysInjected, contentScriptSize, editorSize, packageSize, popupSize } from './sizes.ts';

const HELP = `Usage: npm run bench -- [options]

  --pages N         Clip N pages (default 30)
  --rounds N        Each so many times (default 2)
  --only PART       clip, growth, popup, library, sizes or places only; of --against popup, tasks or command-line
  --large           Growth at 1,000 to 500,000 nodes (default: to 100,000)
  --clips N         So many clips in the library (default 10,000)
  --against COMMIT  Build that commit in a temporary folder, and measure both builds beside each other: the popups, the
                    longest tasks in the page, the command line. The path of a checkout that is built already is taken as well
  --lines N         So many pages for the command line of --against (default 200)
`;

/** Clips of the burst to each place. */
const PLACE_CLIPS = 200;

/** Enough to tell a popup that looks through all clips from one that does not. */
const POPUP_PAGES = 8;

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    clips: { type: 'string', default: '10000' },
    against: { type: 'string' },
    lines: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const wants = (part: string): boolean => options.only === undefined || options.only === part;

if (options.help) console.log(HELP);
else process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  const budgets: Budget[] = [];
  if (options.against !== undefined) {
    const { pages, rounds, lines } = options;
    const counts = { pages: Number(pages), rounds: Number(rounds), lines: Number(lines) };
    budgets.push(...(await measureAgainst(options.against, { ...counts, wants })));
    console.log('\nBudgets');
    return judge(budgets);
  }
  const cpu = { clip: wants('clip'), growth: wants('growth') };
  if (cpu.clip || cpu.growth) budgets.push(...(await measureCpu(cpu)));
  if (wants('popup')) budgets.push(await measurePopups());
  if (wants('library')) budgets.push(...(await measureFullLibrary(Number(options.clips))));
  if (wants('sizes')) budgets.push(...sizeBudgets());
  // Real servers, and the waits for other writers: minutes that say nothing about a clip.
  if (options.only === 'places') budgets.push(...measurePlaces(PLACE_CLIPS));
  console.log('\nBudgets');
  return judge(budgets);
}

async function measureCpu(parts: { clip: boolean; growth: boolean }): Promise<readonly Budget[]> {
  const scripts = await buildContenders();
  const browser = await puppeteer.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    pipe: true,
    protocolTimeout: 600_000,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    const budgets: Budget[] = [];
    if (parts.clip) {
      const { source, pages } = await newsPages(Number(options.pages));
      console.log(
        `\nCPU of a clip, ms of the main thread, ${pages.length} pages of ${source}, ${options.rounds} rounds`,
      );
      const ratio = printClips(await measureClips(browser, scripts, pages, Number(options.rounds)));
      budgets.push({ what: 'clip in the page ÷ (clone + Readability), cold', value: ratio, limit: 1.6, unit: '×' });
    }
    if (parts.growth) {
      console.log('\nGrowth with the page, CPU ms');
      const jianbao = scripts.get('jianbao');
      if (!jianbao) throw new Error('there is no script of ours');
      await measureGrowth(browser, jianbao, [1000, 10_000, 100_000, ...(options.large ? [500_000] : [])]);
    }
    return budgets;
  } finally {
    await browser.close();
  }
}

async function measurePopups(): Promise<Budget> {
  const { source, pages } = await newsPages(Number(options.pages));
  const rounds = Number(options.rounds);
  console.log(`\nThe popup on ${pages.length} pages of ${source}, ${rounds} rounds`);
  const ratio = printPopup(await measurePopup({ pages, rounds }));
  return { what: 'button pressed to Markdown shown ÷ an empty popup', value: ratio, limit: 1.5, unit: '×' };
}

async function measureFullLibrary(clips: number): Promise<readonly Budget[]> {
  console.log(`\nA library of ${clips} clips`);
  const budgets = await measureLibrary(clips);
  const { pages } = await newsPages(POPUP_PAGES);
  console.log('\nThe popup, the library empty');
  const empty = printPopup(await measurePopup({ pages, rounds: 2 }));
  console.log(`\nThe popup, ${clips} clips in the library`);
  const full = printPopup(await measurePopup({ pages, rounds: 2, prepare: (page) => seedLibrary(page, clips) }));
  return [
    ...budgets,
    { what: 'popup with a full library ÷ with an empty one', value: full / empty, limit: 1.1, unit: '×' },
  ];
}

function sizeBudgets(): readonly Budget[] {
  const content = contentScriptSize();
  return [
    { what: 'script injected on a clip, minified', value: content.bytes / 1000, limit: 140, unit: 'kB' },
    { what: 'script injected on a clip, gzip', value: content.gzip / 1000, limit: 45, unit: 'kB' },
    { what: 'popup page before it shows, gzip', value: popupSize().gzip / 1000, limit: 40, unit: 'kB' },
    { what: 'its editor, gzip', value: editorSize().gzip / 1000, limit: 40, unit: 'kB' },
    { what: 'script in pages that are not clipped', value: alwaysInjected(), limit: 0, unit: 'bytes' },
    { what: 'package', value: packageSize() / 1000, limit: 300, unit: 'kB' },
  ];
}
