import type { Browser } from 'puppeteer-core';
import { printTable } from '../print-table.ts';
import { CONTENDERS, type Contender, type Script } from './contenders/build-contenders.ts';
import { type FirstClip, firstClip } from './first-clip.ts';
import { openQuietPage, type Served } from './quiet-page.ts';
import { median, quantile, sum } from './statistics.ts';

/** CPU of one contender on one page, in milliseconds of the main thread; the first clip is what a person waits for. */
interface Sample extends FirstClip {
  readonly page: string;
  /** The median of the clips after it. */
  readonly warm: number;
  /** What the popup does with the clip, in a process of its own, the first time and after it; 0 where the clip has it. */
  readonly complete: number;
  readonly warmCompletion: number;
}

const WARM_RUNS = 3;

/**
 * Measures all contenders on every page, one after another on the same page so that the machine's mood falls on all
 * alike. A page on which one fails is left out for all.
 */
export async function measureClips(
  browser: Browser,
  scripts: ReadonlyMap<Contender, Script>,
  pages: readonly Served[],
  rounds: number,
): Promise<ReadonlyMap<Contender, readonly Sample[]>> {
  const samples = new Map<Contender, Sample[]>(CONTENDERS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const page of pages) {
      const taken = new Map<Contender, Sample>();
      for (const [name, script] of scripts) {
        const sample = await takeSample(browser, script, page).catch((error: unknown) => {
          console.error(`${name} on ${page.url}: ${String(error).split('\n', 1)[0]}`);
        });
        if (sample) taken.set(name, sample);
      }
      if (taken.size < scripts.size) continue;
      for (const [name, sample] of taken) samples.get(name)?.push(sample);
    }
  }
  return samples;
}

async function takeSample(browser: Browser, script: Script, served: Served): Promise<Sample> {
  const page = await openQuietPage(browser, served);
  try {
    const first = await firstClip(page, script);
    if (first.failure !== '') throw new Error(first.failure);
    const medianOf = async (step: string): Promise<number> => {
      const runs: number[] = [];
      for (let run = 0; run < WARM_RUNS; run++) runs.push(await page.cpu(step));
      return median(runs);
    };
    const warm = await medianOf('contender.clip()');
    if (script.complete === undefined) return { page: served.url, ...first, warm, complete: 0, warmCompletion: 0 };
    // Last: the script in the page finishes clips itself where it finds this.
    const load = await page.cpu(`(() => { ${script.complete} })()`);
    const complete = load + (await page.cpu('contender.complete()'));
    return { page: served.url, ...first, warm, complete, warmCompletion: await medianOf('contender.complete()') };
  } finally {
    await page.close();
  }
}

/** Prints the table; answers the clip in the page ÷ (clone + Readability), cold, over the sums of all pages. */
export function printClips(samples: ReadonlyMap<Contender, readonly Sample[]>): number {
  const base = samples.get('readability') ?? [];
  const row = (name: string, list: readonly Sample[]): string[] => {
    const [cold, warm] = [list.map((sample) => sample.cold), list.map((sample) => sample.warm)];
    const perPage = median(cold.map((value, index) => value / (base[index]?.cold ?? Number.NaN)));
    const figures = [
      median(list.map((sample) => sample.load)),
      median(cold),
      quantile(cold, 0.95),
      ratioTo(base, list, 'cold'),
      perPage,
      median(warm),
      quantile(warm, 0.95),
      ratioTo(base, list, 'warm'),
    ];
    return [name, ...figures.map((value) => value.toFixed(2))];
  };
  const rows = [...samples].flatMap(([name, list]) => {
    const label = name === 'readability' ? 'clone + readability' : name;
    if (list.every(({ complete }) => complete === 0)) return [row(label, list)];
    return [row(label, list), row(`${label}, and what the popup does`, list.map(withCompletion))];
  });
  printTable([['', 'load', 'cold', 'p95', '× (sum)', '× (page)', 'warm', 'p95', '× (sum)'], ...rows]);
  return ratioTo(base, samples.get('jianbao') ?? [], 'cold');
}

function ratioTo(base: readonly Sample[], list: readonly Sample[], key: 'cold' | 'warm'): number {
  return sum(list.map((sample) => sample[key])) / sum(base.map((sample) => sample[key]));
}

/** As if all were done in the page. */
function withCompletion(sample: Sample): Sample {
  return { ...sample, cold: sample.cold + sample.complete, warm: sample.warm + sample.warmCompletion };
}
