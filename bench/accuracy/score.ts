import { type Half, halfOf } from './halves.ts';
import type { Answer, Kit, PageScore, Scores, Truth } from './kit.ts';
import { withoutFaults } from './label-faults.ts';

/** The scores of a system on a set: on all pages, on those without wrong labels, and on each half of the sites. */
export type SetScores = Readonly<Record<'all' | 'sound' | Half, Scores>>;

/** The half of a page's site; blog hosts that many share count by host. */
export function halfOfPage(kit: Kit, { site }: Pick<Truth, 'site'>): Half {
  return halfOf(kit.siteKey(`https://${site}/`, site));
}

/** Scores the answers of a system. Pages without an answer are left out. */
export function scoreSet(
  kit: Kit,
  set: string,
  pages: readonly Truth[],
  answers: ReadonlyMap<string, Answer>,
): SetScores {
  const answered = pages.filter(({ id }) => answers.has(id));
  const score = (some: readonly Truth[]): Scores => {
    const scores = some.map((page) => kit.scorePage(page, answers.get(page.id), set));
    return { ...kit.summarize(scores, 1), ...lostShare(scores) };
  };
  const ofHalf = (half: Half): Scores => score(answered.filter((page) => halfOfPage(kit, page) === half));
  return {
    all: score(answered),
    sound: score(answered.map((page) => withoutFaults(page, set))),
    A: ofHalf('A'),
    B: ofHalf('B'),
  };
}

/** The share of pages of which not one wanted snippet was found. */
function lostShare(scores: readonly PageScore[]): { lost?: number } {
  const segmented = scores.flatMap(({ seg }) => (seg && seg.tp + seg.fn > 0 ? [seg] : []));
  if (segmented.length === 0) return {};
  return { lost: segmented.filter(({ tp }) => tp === 0).length / segmented.length };
}
