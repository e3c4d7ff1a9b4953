import { afterAll, expect } from 'vitest';

/** What a scenario has come to. */
export interface Outcome {
  /** Stories that a writer was asked to keep. */
  readonly asked: readonly string[];
  /** The text of every post in the folder. */
  readonly posts: readonly string[];
}

export interface Tally {
  /** Counts a try: each story asked for must be in exactly one post, whole. */
  count(outcome: Outcome): void;
}

/** Counts what a scenario tries, and prints a line at its end. Nothing may be lost, nothing doubled. */
export function tally(scenario: string): Tally {
  const counts = { tried: 0, survived: 0, lost: 0, doubled: 0 };
  afterAll(() => {
    const { tried, survived, lost, doubled } = counts;
    process.stdout.write(`${scenario}: tried ${tried}, survived ${survived}, lost ${lost}, doubled ${doubled}\n`);
    expect(counts).toMatchObject({ lost: 0, doubled: 0, survived: tried });
    expect(tried).toBeGreaterThan(0);
  });
  return {
    count({ asked, posts }) {
      const copies = asked.map((story) => posts.filter((post) => post === story).length);
      const lost = copies.filter((n) => n === 0).length;
      const doubled = copies.filter((n) => n > 1).length;
      counts.tried++;
      counts.lost += lost;
      counts.doubled += doubled;
      if (lost + doubled === 0) counts.survived++;
    },
  };
}
