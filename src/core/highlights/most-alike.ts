import type { Pattern } from './pattern.ts';

/** Units of a run that is looked for: long enough to be rare, short enough to be between two changes. */
const RUN = 6;

/** So many places are looked at for each pattern. */
const PLACES = 4;

/** So many runs at least a place has in common with a pattern. */
const FEWEST_RUNS = 3;

/** A run of one of the patterns. */
interface Seed {
  readonly pattern: number;
  readonly offset: number;
}

/**
 * Returns where each pattern may begin in a text, the likeliest first: where most of its runs are in the same order. One
 * pass over the text for all patterns; a run that a pattern repeats is left out, so that a hostile text costs no more.
 */
export function mostAlike(text: Uint16Array, patterns: readonly Pattern[]): number[][] {
  const seeds = seedsOf(patterns);
  const widths = patterns.map(({ codes }) => Math.max(16, Math.ceil(codes.length / 8)));
  const votes = patterns.map(() => new Map<number, number>());
  if (seeds.size > 0) {
    for (const { at, run } of runsOf(text)) {
      for (const { pattern, offset } of seeds.get(run) ?? []) {
        const bin = Math.floor((at - offset) / (widths[pattern] ?? 1));
        const counted = votes[pattern];
        counted?.set(bin, (counted.get(bin) ?? 0) + 1);
      }
    }
  }
  return votes.map((counted, n) => likeliest(counted, widths[n] ?? 1));
}

function seedsOf(patterns: readonly Pattern[]): Map<number, Seed[]> {
  const seeds = new Map<number, Seed[]>();
  for (const [pattern, { codes }] of patterns.entries()) {
    const own = new Map<number, number>();
    for (const { at, run } of runsOf(codes)) own.set(run, own.has(run) ? -1 : at);
    for (const [run, offset] of own) {
      if (offset < 0) continue;
      const known = seeds.get(run);
      if (known) known.push({ pattern, offset });
      else seeds.set(run, [{ pattern, offset }]);
    }
  }
  return seeds;
}

/** Every run of a text as a number (a rolling hash, modulo 2³²). */
function* runsOf(codes: Uint16Array): Generator<{ at: number; run: number }> {
  let run = 0;
  for (let at = 0; at < codes.length; at += 1) {
    run = (Math.imul(run, BASE) + (codes[at] ?? 0) * SPREAD) | 0;
    if (at >= RUN) run = (run - Math.imul((codes[at - RUN] ?? 0) * SPREAD, FADED)) | 0;
    if (at >= RUN - 1) yield { at: at - RUN + 1, run };
  }
}

const BASE = 0x01000193;
const SPREAD = 31;
/** `BASE` to the power of `RUN`, modulo 2³². */
const FADED = Array.from({ length: RUN }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The bins with most votes, each with its neighbour: a change in the middle moves what is behind it. */
function likeliest(counted: ReadonlyMap<number, number>, width: number): number[] {
  return [...counted]
    .map(([bin, count]) => ({ bin, count: count + (counted.get(bin + 1) ?? 0) }))
    .filter(({ count }) => count >= FEWEST_RUNS)
    .sort((a, b) => b.count - a.count || a.bin - b.bin)
    .slice(0, PLACES)
    .map(({ bin }) => bin * width);
}
