import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from '../../print-table.ts';
import type { Budget } from '../budgets.ts';
import { newsPages } from '../news-pages.ts';
import { measureLongestTask } from '../popup/longest-task.ts';
import { measurePopup, popupMedian, popupRatio, printPopup } from '../popup/popup-time.ts';
import { clipperPopup, emptyPopup, jianbaoPopup } from '../popup/popups.ts';
import { pageOf, SHAPES } from '../shapes.ts';
import { median } from '../statistics.ts';
import { builtCommit } from './built-commit.ts';
import { measureCommandLines, ratioOf, type Usage } from './command-line.ts';
import { evalLines } from './eval-lines.ts';

export interface AgainstOptions {
  /** Pages for the popups, each so many rounds. */
  readonly pages: number;
  readonly rounds: number;
  /** Pages for the command line. */
  readonly lines: number;
  /** Whether a part is to be measured: `command-line`, `popup`, `tasks`. */
  readonly wants: (part: string) => boolean;
}

/** Pages of one run of the command line. */
const GROUP = 50;

/** Pages of the one run that shows whether memory grows. */
const MANY = 1000;

const OURS = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/**
 * Measures this build beside another commit's, an empty popup and those of other clippers, all in one interleaved run, and
 * returns the promises of speed as ratios of medians.
 */
export async function measureAgainst(commit: string, options: AgainstOptions): Promise<readonly Budget[]> {
  console.log(`\nBuilding ${commit}`);
  const built = builtCommit(commit);
  const name = basename(commit);
  try {
    const budgets: Budget[] = [];
    if (options.wants('command-line')) {
      budgets.push(...(await commandLines(name, join(built.folder, 'dist/cli.js'), options)));
    }
    const extension = join(built.folder, 'dist/chrome');
    if (options.wants('popup')) budgets.push(...(await popups(name, extension, options)));
    if (options.wants('tasks')) budgets.push(...(await longestTasks(name, extension, options)));
    return budgets;
  } finally {
    built.remove();
  }
}

async function commandLines(commit: string, theirs: string, { lines: count }: AgainstOptions): Promise<Budget[]> {
  const lines = await evalLines(count);
  if (lines.length === 0) {
    console.log('The command lines are not measured: ../shared/eval is not there.');
    return [];
  }
  const groups = Array.from({ length: Math.ceil(lines.length / GROUP) }, (_, at) =>
    lines.slice(at * GROUP, (at + 1) * GROUP),
  );
  const usages = await measureCommandLines(
    [
      { name: commit, script: theirs, args: [] },
      { name: 'jianbao --jobs 1', script: OURS, args: ['--jobs', '1'] },
      { name: 'jianbao --jobs 2', script: OURS, args: ['--jobs', '2'] },
    ],
    groups,
  );
  console.log(`\nThe command line on ${lines.length} pages of ../shared/eval, in runs of ${GROUP}; medians of a run`);
  const rowOf = ([name, list]: [string, readonly Usage[]]): string[] => [
    name,
    ...(['cpu', 'wall', 'memory'] as const).map((key) => median(list.map((usage) => usage[key])).toFixed(1)),
    // One thread that clips has V8's own beside it: what a second can gain is what they leave of the cores.
    median(list.map(({ cpu, wall }) => cpu / wall)).toFixed(2),
  ];
  printTable([['', 'CPU, s', 'wall, s', 'peak memory, MB', 'cores busy'], ...[...usages].map(rowOf)]);
  const [old = [], one = [], two = []] = usages.values();
  return [
    { what: `command line, CPU ÷ ${commit}`, value: ratioOf(one, old, 'cpu'), limit: 0.45, aim: 0.3, unit: '×' },
    { what: 'command line, wall of --jobs 2 ÷ --jobs 1', value: ratioOf(two, one, 'wall'), limit: 0.6, unit: '×' },
    await memoryOfMany(),
  ];
}

/** Peak memory of one run over many pages, two at a time. The other commit is not asked: its memory grows with the run. */
async function memoryOfMany(): Promise<Budget> {
  const lines = await evalLines(MANY);
  const name = 'jianbao --jobs 2';
  const usages = await measureCommandLines([{ name, script: OURS, args: ['--jobs', '2'] }], [lines]);
  const [usage] = usages.get(name) ?? [];
  const what = `command line, peak memory of ${lines.length} pages in one run, --jobs 2`;
  return { what, value: usage?.memory ?? Number.NaN, limit: 400, aim: 250, unit: 'MB' };
}

async function popups(commit: string, theirs: string, { pages: count, rounds }: AgainstOptions): Promise<Budget[]> {
  const { source, pages } = await newsPages(count);
  const times = await measurePopup({
    pages,
    rounds,
    others: async (home) => [
      emptyPopup(home),
      await clipperPopup(home, 'clone + readability'),
      await clipperPopup(home, 'bare popup'),
      await clipperPopup(home, 'defuddle'),
      jianbaoPopup(home, commit, theirs),
    ],
  });
  console.log(`\nThe popups on ${times.length} openings of ${pages.length} pages of ${source}, ${rounds} rounds`);
  const overEmpty = printPopup(times);
  const overReadability = popupRatio(times, 'clone + readability', 'page');
  const heap = popupMedian(times, 'jianbao', 'heap');
  const over = (key: 'wall' | 'paint' | 'cpu'): number => popupRatio(times, commit, key);
  return [
    { what: `press to text ÷ ${commit}`, value: over('wall'), limit: 0.6, aim: 0.45, unit: '×' },
    { what: 'press to text ÷ an empty popup', value: overEmpty, limit: 1.8, aim: 1.4, unit: '×' },
    { what: `first paint ÷ ${commit}`, value: over('paint'), limit: 0.6, aim: 0.5, unit: '×' },
    { what: "page's thread ÷ (clone + Readability)", value: overReadability, limit: 1.5, aim: 1.2, unit: '×' },
    { what: `CPU of all processes ÷ ${commit}`, value: over('cpu'), limit: 0.65, aim: 0.5, unit: '×' },
    { what: "popup's heap after collection", value: heap, limit: 1.5, aim: 1, unit: 'MB' },
  ];
}

/** Pages whose tasks are traced, each once. */
const TRACED = 12;

/** Nodes of the large page, and how often it is clipped. */
const LARGE = 100_000;
const LARGE_TIMES = 3;

async function longestTasks(commit: string, theirs: string, { pages: count }: AgainstOptions): Promise<Budget[]> {
  const [article] = SHAPES;
  if (!article) throw new Error('there is no shape of a large page');
  const popupsIn = async (home: string) => [jianbaoPopup(home, commit, theirs), jianbaoPopup(home)];
  const { pages } = await newsPages(Math.min(count, TRACED));
  const news = await measureLongestTask(pages, popupsIn);
  const large = { url: 'https://news.example/large', html: pageOf(article, LARGE) };
  const largest = await measureLongestTask(Array(LARGE_TIMES).fill(large), popupsIn);
  console.log("\nThe longest task of the page's main thread during a clip, ms of CPU; medians");
  const rowOf = (name: string): string[] => [name, ...[news, largest].map((of) => of.get(name)?.toFixed(0) ?? '')];
  printTable([['', `${pages.length} news pages`, `${LARGE} nodes`], ...[...news.keys()].map(rowOf)]);
  const [median = Number.NaN, most = Number.NaN] = [news.get('jianbao'), largest.get('jianbao')];
  return [
    { what: 'longest task in the page, median page', value: median, limit: 40, aim: 25, unit: 'ms' },
    { what: `longest task in the page, ${LARGE} nodes`, value: most, limit: 200, aim: 100, unit: 'ms' },
  ];
}
