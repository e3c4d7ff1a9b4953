import type { Browser } from 'puppeteer-core';
import { CONTENDERS, type Contender, type Script } from './contenders/build-contenders.ts';
import { type FirstClip, firstClip } from './first-clip.ts';
import { openQuietPage, type Served } from './quiet-page.ts';
import { median, quantile, sum } from './statistics.ts';
import { printTable } from './table.ts';

/** CPU of one contender on one page, in milliseconds of the main thread; the first clip is what a person waits for. */
interface Sample extends FirstClip {
  readonly page: string;
  /** The median of the clips after it. */
  readonly warm: number;
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
    const warm: number[] = [];
    for (let run = 0; run < WARM_RUNS; run++) warm.push(await page.cpu('contender.clip()'));
    return { page: served.url, ...first, warm: median(warm) };
  } finally {
    await page.close();
  }
}

/** Prints the table; answers the whole clip ÷ (clone + Readability), cold, over the sums of all pages. */
export function printClips(samples: ReadonlyMap<Contender, readonly Sample[]>): number {
  const base = samples.get('readability') ?? [];
  const ratio = (name: Contender, key: 'cold' | 'warm'): number =>
    sum((samples.get(name) ?? []).map((sample) => sample[key])) / sum(base.map((sample) => sample[key]));
  const rows = [...samples].map(([name, list]) => {
    const cold = list.map((sample) => sample.cold);
    const warm = list.map((sample) => sample.warm);
    const perPage = median(cold.map((value, index) => value / (base[index]?.cold ?? Number.NaN)));
    const figures = [
      median(list.map((sample) => sample.load)),
      median(cold),
      quantile(cold, 0.95),
      ratio(name, 'cold'),
      perPage,
      median(warm),
      quantile(warm, 0.95),
      ratio(name, 'warm'),
    ];
    return [name === 'readability' ? 'clone + readability' : name, ...figures.map((value) => value.toFixed(2))];
  });
  printTable([['', 'load', 'cold', 'p95', '× (sum)', '× (page)', 'warm', 'p95', '× (sum)'], ...rows]);
  return ratio('jianbao', 'cold');
}
