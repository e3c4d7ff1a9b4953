import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from '../../print-table.ts';
import type { Budget } from '../budgets.ts';
import { newsPages } from '../news-pages.ts';
import { measurePopup, popupRatio, printPopup } from '../popup/popup-time.ts';
import { barePopup, emptyPopup, jianbaoPopup } from '../popup/popups.ts';
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
  /** Whether a part is to be measured: `command-line`, `popup`. */
  readonly wants: (part: string) => boolean;
}

/** Pages of one run of the command line. */
const GROUP = 50;

/** Pages of the one run that shows whether memory grows. */
const MANY = 1000;

const OURS = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/**
 * Measures this build beside another commit's, an empty popup and a bare one (Readability and Turndown), all in one
 * interleaved run, and returns the promises of speed as ratios of medians.
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
    if (options.wants('popup')) budgets.push(...(await popups(name, join(built.folder, 'dist/chrome'), options)));
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
  ];
  printTable([['', 'CPU, s', 'wall, s', 'peak memory, MB'], ...[...usages].map(rowOf)]);
  const [old = [], one = [], two = []] = usages.values();
  return [
    { what: `command line, CPU ÷ ${commit}`, value: ratioOf(one, old, 'cpu'), limit: 0.45, unit: '×' },
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
  return { what, value: usage?.memory ?? Number.NaN, limit: 400, unit: 'MB' };
}

async function popups(commit: string, theirs: string, { pages: count, rounds }: AgainstOptions): Promise<Budget[]> {
  const { source, pages } = await newsPages(count);
  const times = await measurePopup({
    pages,
    rounds,
    others: async (home) => [emptyPopup(home), await barePopup(home), jianbaoPopup(home, commit, theirs)],
  });
  console.log(`\nThe popups on ${pages.length} pages of ${source}, ${rounds} rounds`);
  const overEmpty = printPopup(times);
  return [
    { what: `press to text ÷ ${commit}`, value: popupRatio(times, commit, 'wall'), limit: 0.6, unit: '×' },
    { what: 'press to text ÷ an empty popup', value: overEmpty, limit: 1.8, unit: '×' },
    { what: `first paint ÷ ${commit}`, value: popupRatio(times, commit, 'paint'), limit: 0.6, unit: '×' },
    { what: `CPU of all processes ÷ ${commit}`, value: popupRatio(times, commit, 'cpu'), limit: 0.65, unit: '×' },
  ];
}
