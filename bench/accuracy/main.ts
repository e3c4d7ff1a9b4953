/**
 * `npm run accuracy`: clips the pages of the evaluation sets by the built command line, prints the figures of both halves
 * of the sites with the peers beside them, and fails where one has fallen beyond noise since the last landed run
 * (`bench/accuracy.json`).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBuilder } from 'vite';
import { FIGURES, fallenFigures, figuresOf, type KeptFigures } from './figures.ts';
import { type Half, isSampled } from './halves.ts';
import { countInnerLosses, type InnerLosses } from './inner-losses.ts';
import { hasKit, type Kit, loadKit, setFile } from './kit.ts';
import { measure, type System } from './measure.ts';
import { printFigures, printInnerLosses } from './print-figures.ts';
import { halfOfPage, type SetScores, scoreSet } from './score.ts';
import { jianbao, type Place, peers } from './systems.ts';

const HELP = `Usage: npm run accuracy -- [options]

  --sets A,B     Measure these sets only (default: all that figures are kept of)
  --half A|B     Measure the sites of one half only; compares nothing
  --sample N     Measure one page in N, the same pages in every run; compares nothing
  --jobs N       Clip N pages at a time (default: 2)
  --in chromium  Clip in Chromium, many times as fast as on jsdom; compares nothing
  --rules off    Measure without the publisher rules; compares nothing
  --peers        Measure Readability and Defuddle on the same pages as well
  --update       Keep the figures of this run
`;

const KEPT = new URL('../accuracy.json', import.meta.url);

/** Figures by system name. */
type Kept = Readonly<Record<string, KeptFigures>>;

interface Measured {
  readonly scores: ReadonlyMap<string, SetScores>;
  readonly losses: readonly { set: string; system: string; losses: InnerLosses }[];
}

const { values: options } = parseArgs({
  options: {
    sets: { type: 'string' },
    half: { type: 'string' },
    sample: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    in: { type: 'string', default: 'jsdom' },
    rules: { type: 'string', default: 'on' },
    peers: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (options.help) console.log(HELP);
else if (!hasKit()) console.log('Accuracy: skipped, there are no pages at ../shared/eval beside the project.');
else await main();

async function main(): Promise<void> {
  const place = placeOf(options.in);
  await buildCommandLine();
  const kit = await loadKit();
  const sets = options.sets?.split(',') ?? [...new Set(FIGURES.map(({ set }) => set))];
  const kept: Kept = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Kept) : {};

  const { own, rivals } = await measureAll(kit, place, sets);
  const isPart = options.half !== undefined || options.sample !== '1' || options.rules === 'off' || place !== 'jsdom';
  const { jianbao: last = {}, ...keptRivals } = kept;
  const figures = figuresOf(own.scores);
  const rivalFigures = new Map([...rivals].map(([name, { scores }]) => [name, figuresOf(scores)]));
  printFigures(figures, last, isPart || options.peers ? rivalFigures : new Map(Object.entries(keptRivals)));
  const losses = [own, ...rivals.values()].flatMap((measured) => measured.losses);
  printInnerLosses(losses.sort((a, b) => sets.indexOf(a.set) - sets.indexOf(b.set)));

  if (isPart) return;
  if (options.update) keep(kept, new Map([['jianbao', figures], ...rivalFigures]));
  else {
    const fallen = fallenFigures(last, own.scores);
    for (const sentence of fallen) console.error(sentence);
    process.exitCode = fallen.length === 0 ? 0 : 1;
  }
}

function placeOf(name: string): Place {
  if (name === 'jsdom' || name === 'chromium') return name;
  throw new Error(`--in ${name} is neither jsdom nor chromium`);
}

/** Builds only what is measured. */
async function buildCommandLine(): Promise<void> {
  const builder = await createBuilder({ logLevel: 'error' });
  const { cli } = builder.environments;
  if (!cli) throw new Error('vite.config.ts has no environment "cli"');
  await builder.build(cli);
}

/** Measures in a temporary folder of this run, which it deletes. */
async function measureAll(
  kit: Kit,
  place: Place,
  sets: readonly string[],
): Promise<{ own: Measured; rivals: ReadonlyMap<string, Measured> }> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-accuracy-'));
  try {
    const own = await measureSets(kit, jianbao(place, options.rules !== 'off'), sets, folder);
    const rivals = new Map<string, Measured>();
    for (const peer of options.peers ? peers(place) : [])
      rivals.set(peer.name, await measureSets(kit, peer, sets, folder));
    return { own, rivals };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSets(kit: Kit, system: System, sets: readonly string[], folder: string): Promise<Measured> {
  const scores = new Map<string, SetScores>();
  const losses: Measured['losses'][number][] = [];
  for (const set of sets) {
    const pages = kit.loadTruth(setFile(set)).filter(({ id, site }) => isAsked(id, halfOfPage(kit, { site })));
    const ids = new Set(pages.map(({ id }) => id));
    const answers = kit.loadOut(await measure(system, setFile(set), set, { ids, jobs: Number(options.jobs), folder }));
    const ofSet = scoreSet(kit, set, pages, answers);
    scores.set(set, ofSet);
    losses.push({ set, system: system.name, losses: countInnerLosses(pages, answers) });
    console.error(`${system.name}: ${set}, ${ofSet.all.n} pages, ${ofSet.all.errors} without a clip`);
  }
  return { scores, losses };
}

function isAsked(id: string, half: Half): boolean {
  return (options.half === undefined || options.half === half) && isSampled(id, Number(options.sample));
}

/** Writes the figures of a run over the kept ones; sets that were not measured keep theirs. */
function keep(kept: Kept, now: ReadonlyMap<string, KeptFigures>): void {
  const merged = { ...kept };
  for (const [system, figures] of now) merged[system] = { ...kept[system], ...figures };
  writeFileSync(KEPT, `${JSON.stringify(merged, null, 2)}\n`);
}
