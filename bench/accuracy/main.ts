/**
 * `npm run accuracy`: clips the pages of the evaluation sets by the built command line, prints the figures with the
 * peers beside them, and fails where one has fallen beyond noise since the last landed run (`bench/accuracy.json`).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FIGURES, type Figure, figuresOf, type KeptFigures, nameOf, noiseOf, type Scores } from './figures.ts';
import { measure, type System } from './measure.ts';

const HELP = `Usage: npm run accuracy -- [options]

  --sets A,B     Measure these sets only (default: all that figures are kept of)
  --pages N      Measure the first N pages of each set; compares nothing
  --rules off    Measure without the publisher rules; compares nothing
  --peers        Measure Readability and Defuddle anew as well
  --update       Keep the figures of this run
`;

/** The pages and their scorer are no part of the project: beside it, or not at all. */
const SHARED = new URL('../../../shared/eval/', import.meta.url);
const KEPT = new URL('../accuracy.json', import.meta.url);
const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Kept {
  /** Figures by system name. */
  readonly [system: string]: KeptFigures;
}

/** The kit's `lib/metrics.mjs`, as far as it is used. */
interface Scorer {
  loadTruth(file: string): readonly { readonly id: string }[];
  loadOut(file: string): ReadonlyMap<string, unknown>;
  scorePage(truth: unknown, answer: unknown, set: string): unknown;
  summarize(pages: readonly unknown[], resamplings: number): Scores;
}

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string' },
    pages: { type: 'string', default: 'Infinity' },
    rules: { type: 'string', default: 'on' },
    peers: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (options.help) console.log(HELP);
else if (!existsSync(SHARED))
  console.log('Accuracy: skipped, there are no pages at ../shared/eval beside the project.');
else await main();

async function main(): Promise<void> {
  const all = [...new Set(FIGURES.map(({ set }) => set))];
  const sets = options.sets?.split(',') ?? all;
  const limit = Number(options.pages);
  const scorer = (await import(/* @vite-ignore */ new URL('lib/metrics.mjs', SHARED).href)) as Scorer;

  const kept: Kept = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Kept) : {};
  const measured: Record<string, KeptFigures> = {};
  const ours = await score(scorer, jianbao(), sets, limit);
  measured['jianbao'] = figuresOf(ours);
  for (const peer of options.peers ? peers() : [])
    measured[peer.name] = figuresOf(await score(scorer, peer, sets, limit));

  print(kept, measured, ours);
  if (options.update) {
    const systems = new Set([...Object.keys(kept), ...Object.keys(measured)]);
    const merged = Object.fromEntries([...systems].map((name) => [name, { ...kept[name], ...measured[name] }]));
    writeFileSync(KEPT, `${JSON.stringify(merged, null, 2)}\n`);
    return;
  }
  if (limit !== Number.POSITIVE_INFINITY || options.rules === 'off') return;
  const fallen = FIGURES.filter((figure) => hasFallen(figure, kept['jianbao'] ?? {}, ours));
  for (const figure of fallen) {
    console.error(
      `${figure.set}: ${figure.label} fell from ${kept['jianbao']?.[nameOf(figure)]} to ${figureValue(figure, ours)}.`,
    );
  }
  process.exitCode = fallen.length === 0 ? 0 : 1;
}

function jianbao(): System {
  const cli = root('dist/cli.js');
  const rules = options.rules === 'off' ? ['--no-site-rules'] : [];
  return {
    name: 'jianbao',
    command: [process.execPath, cli, 'ndjson', ...rules],
    version: `${readFileSync(cli, 'utf8')}${rules}`,
  };
}

function peers(): readonly System[] {
  return (['readability', 'defuddle'] as const).map((name) => {
    const folder = name === 'readability' ? '@mozilla/readability' : name;
    const { version } = JSON.parse(readFileSync(root(`node_modules/${folder}/package.json`), 'utf8')) as {
      version: string;
    };
    const command = [process.execPath, root('scripts/run-typescript.mjs'), root('bench/accuracy/peer.ts'), name];
    return { name: `${name} ${version}`, command, version };
  });
}

async function score(
  scorer: Scorer,
  system: System,
  sets: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, Scores>> {
  const scores = new Map<string, Scores>();
  for (const set of sets) {
    const file = fileURLToPath(new URL(`data/${set}.ndjson.gz`, SHARED));
    const answers = scorer.loadOut(await measure(system, file, set, limit));
    const truth = scorer.loadTruth(file).filter(({ id }) => answers.has(id));
    const summary = scorer.summarize(
      truth.map((page) => scorer.scorePage(page, answers.get(page.id), set)),
      1,
    );
    scores.set(set, summary);
    console.error(`${system.name}: ${set}, ${summary.n} pages, ${summary.errors} without a clip`);
  }
  return scores;
}

function figureValue({ set, measure: name }: Figure, scores: ReadonlyMap<string, Scores>): number | undefined {
  return scores.get(set)?.[name] ?? undefined;
}

function hasFallen(figure: Figure, kept: KeptFigures, ours: ReadonlyMap<string, Scores>): boolean {
  const before = kept[nameOf(figure)];
  const scores = ours.get(figure.set);
  const now = figureValue(figure, ours);
  if (before === undefined || scores === undefined || now === undefined) return false;
  return now < before - noiseOf(figure, scores);
}

function print(kept: Kept, measured: Kept, ours: ReadonlyMap<string, Scores>): void {
  const rivals = [...new Set([...Object.keys(kept), ...Object.keys(measured)])].filter((name) => name !== 'jianbao');
  const header = ['set', 'figure', 'jianbao', 'last run', ...rivals, 'best of field', 'must', 'aim', ''];
  const rows = FIGURES.filter(({ set }) => ours.has(set)).map((figure) => {
    const name = nameOf(figure);
    const now = figureValue(figure, ours);
    const numbers = [now, kept['jianbao']?.[name], ...rivals.map((rival) => (measured[rival] ?? kept[rival])?.[name])];
    const wanted = [figure.best, figure.must, figure.aim];
    const verdict = now === undefined || figure.must === undefined ? '' : now >= figure.must ? 'reached' : 'below';
    return [figure.set, figure.label, ...[...numbers, ...wanted].map((value) => value?.toFixed(3) ?? '–'), verdict];
  });
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  for (const row of [header, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
