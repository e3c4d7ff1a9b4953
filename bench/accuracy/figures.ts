import { HALVES, type Half } from './halves.ts';
import type { Scores } from './kit.ts';
import type { SetScores } from './score.ts';

type Measure = Exclude<keyof Scores, 'n' | 'errors' | 'dateN' | 'titleN' | 'authorN'>;

export interface Figure {
  readonly set: string;
  readonly measure: Measure;
  readonly label: string;
  /** A share of pages that went wrong. */
  readonly lowerIsBetter?: true;
  /** The best that any tool reaches on these pages, where one was measured (findings of the evaluation kit). */
  readonly best?: number;
  /** What must be reached, and what is aimed at. */
  readonly must?: number;
  readonly aim?: number;
}

/** Every figure that is kept, in the order of the printed table. */
export const FIGURES: readonly Figure[] = [
  { set: 'wcxb', measure: 'wordF1', label: 'word F1', best: 0.932, must: 0.955, aim: 0.965 },
  { set: 'wcxb', measure: 'wordP', label: 'word precision' },
  { set: 'wcxb', measure: 'wordR', label: 'word recall', must: 0.972, aim: 0.985 },
  { set: 'wcxb', measure: 'lost', label: 'whole story lost', lowerIsBetter: true, must: 0.015, aim: 0.005 },
  { set: 'wcxb-documentation', measure: 'wordF1', label: 'word F1 (manuals)', must: 0.955, aim: 0.97 },
  { set: 'wcxb-documentation', measure: 'wordR', label: 'word recall (manuals)' },
  { set: 'wcxb-forum', measure: 'wordF1', label: 'word F1 (threads)', must: 0.8, aim: 0.88 },
  { set: 'wcxb-forum', measure: 'wordR', label: 'word recall (threads)' },
  { set: 'scrapinghub', measure: 'f1', label: 'body F1', best: 0.97, must: 0.974, aim: 0.985 },
  { set: 'scrapinghub', measure: 'accuracy', label: 'body exact', best: 0.29, must: 0.38 },
  { set: 'scrapinghub', measure: 'recall', label: 'body recall', must: 0.988 },
  { set: 'gne', measure: 'f1', label: 'body F1 (Chinese)', best: 0.956, must: 0.978, aim: 0.99 },
  { set: 'gne', measure: 'recall', label: 'body recall (Chinese)', must: 0.988 },
  { set: 'trafilatura', measure: 'segF1', label: 'segment F1', best: 0.924, must: 0.945, aim: 0.955 },
  { set: 'trafilatura', measure: 'lost', label: 'whole story lost', lowerIsBetter: true, must: 0.015, aim: 0.005 },
  { set: 'newspaper4k', measure: 'f1', label: 'body F1', best: 0.955, must: 0.962, aim: 0.98 },
  { set: 'htmldate', measure: 'dateAcc', label: 'date', best: 0.908, must: 0.92, aim: 0.95 },
  { set: 'trafilatura', measure: 'dateAcc', label: 'date', best: 0.865, must: 0.87, aim: 0.92 },
  { set: 'gne', measure: 'dateAcc', label: 'date', best: 0.97, must: 0.97, aim: 1 },
  { set: 'postlight', measure: 'dateAcc', label: 'date', best: 0.82, must: 0.84, aim: 0.92 },
  { set: 'wcxb', measure: 'dateAcc', label: 'date', must: 0.88, aim: 0.9 },
  { set: 'trafilatura', measure: 'titleExact', label: 'title exact', best: 0.735, must: 0.81, aim: 0.88 },
  { set: 'gne', measure: 'titleExact', label: 'title exact', best: 0.94, must: 0.95, aim: 0.98 },
  { set: 'postlight', measure: 'titleExact', label: 'title exact', best: 0.8, must: 0.85, aim: 0.92 },
  { set: 'wcxb', measure: 'titleExact', label: 'title exact', must: 0.89, aim: 0.91 },
  { set: 'trafilatura', measure: 'authorAcc', label: 'authors exact', best: 0.58, must: 0.66, aim: 0.75 },
  { set: 'gne', measure: 'authorAcc', label: 'authors exact', best: 0.22, must: 0.65, aim: 0.85 },
  { set: 'postlight', measure: 'authorAcc', label: 'authors exact', best: 0.65, must: 0.68, aim: 0.8 },
  { set: 'wcxb', measure: 'authorAcc', label: 'authors exact', must: 0.8, aim: 0.85 },
  { set: 'defuddle', measure: 'mdLineF1', label: 'Markdown line F1', best: 0.58, must: 0.75 },
];

/** A figure of all pages, of each half of the sites, and of the pages whose labels are right. */
export type FigureValues = Readonly<Partial<Record<'all' | 'sound' | Half, number>>>;

/** Figures by name, `gne authorAcc`: the form in which they are kept. */
export type KeptFigures = Readonly<Record<string, FigureValues>>;

export function nameOf({ set, measure }: Figure): string {
  return `${set} ${measure}`;
}

/** The figures of one system, from the scores of each set that was measured. */
export function figuresOf(scores: ReadonlyMap<string, SetScores>): KeptFigures {
  const figures: Record<string, FigureValues> = {};
  for (const figure of FIGURES) {
    const ofSet = scores.get(figure.set);
    if (ofSet) figures[nameOf(figure)] = valuesOf(figure, ofSet);
  }
  return figures;
}

function valuesOf({ measure }: Figure, scores: SetScores): FigureValues {
  const values: Partial<Record<keyof FigureValues, number>> = {};
  for (const part of ['all', 'sound', ...HALVES] as const) {
    const value = scores[part][measure];
    if (scores[part].n > 0 && typeof value === 'number') values[part] = Math.round(value * 10_000) / 10_000;
  }
  return values;
}

/** A mean over pages moves a little with any change; a share of pages moves by one page at least. */
const F1_NOISE = 0.002;

/** How far a figure may fall and still count as the same. */
function noiseOf({ measure }: Figure, scores: Scores): number {
  if (measure === 'dateAcc' && scores.dateN) return 1.01 / scores.dateN;
  if (measure === 'titleExact' && scores.titleN) return 1.01 / scores.titleN;
  if (measure === 'authorAcc' && scores.authorN) return 1.01 / scores.authorN;
  return measure === 'accuracy' || measure === 'lost' ? 1.01 / scores.n : F1_NOISE;
}

/** The figures of a run that are worse than the kept ones by more than noise, each as a sentence. */
export function fallenFigures(kept: KeptFigures, scores: ReadonlyMap<string, SetScores>): string[] {
  const now = figuresOf(scores);
  return FIGURES.flatMap((figure) => {
    const before = kept[nameOf(figure)]?.all;
    const value = now[nameOf(figure)]?.all;
    const ofSet = scores.get(figure.set);
    if (before === undefined || value === undefined || !ofSet) return [];
    const fall = figure.lowerIsBetter ? value - before : before - value;
    if (fall <= noiseOf(figure, ofSet.all)) return [];
    return [`${figure.set}: ${figure.label} went from ${before} to ${value}.`];
  });
}
