/** What the scorer of the evaluation kit answers for a set of pages; only the parts that are read here. */
export interface Scores {
  readonly n: number;
  readonly errors: number;
  readonly f1?: number;
  readonly accuracy?: number;
  readonly recall?: number;
  readonly segF1?: number;
  readonly dateAcc?: number | null;
  readonly dateN?: number;
  readonly titleExact?: number;
  readonly titleN?: number;
  readonly authorAcc?: number | null;
  readonly authorN?: number;
  readonly mdLineF1?: number;
}

type Measure = 'f1' | 'accuracy' | 'recall' | 'segF1' | 'dateAcc' | 'titleExact' | 'authorAcc' | 'mdLineF1';

export interface Figure {
  readonly set: string;
  readonly measure: Measure;
  readonly label: string;
  /** The best that any tool reaches on these pages, where one was measured (findings of the evaluation kit). */
  readonly best?: number;
  /** What must be reached, and what is aimed at. */
  readonly must?: number;
  readonly aim?: number;
}

/** Every figure that is kept, in the order of the printed table. */
export const FIGURES: readonly Figure[] = [
  { set: 'scrapinghub', measure: 'f1', label: 'body F1', best: 0.97, must: 0.974, aim: 0.985 },
  { set: 'scrapinghub', measure: 'accuracy', label: 'body exact', best: 0.29, must: 0.38 },
  { set: 'scrapinghub', measure: 'recall', label: 'body recall', must: 0.988 },
  { set: 'gne', measure: 'f1', label: 'body F1 (Chinese)', best: 0.956, must: 0.978, aim: 0.99 },
  { set: 'gne', measure: 'recall', label: 'body recall (Chinese)', must: 0.988 },
  { set: 'trafilatura', measure: 'segF1', label: 'segment F1', best: 0.924, must: 0.93, aim: 0.945 },
  { set: 'newspaper4k', measure: 'f1', label: 'body F1', best: 0.955, must: 0.962, aim: 0.98 },
  { set: 'htmldate', measure: 'dateAcc', label: 'date', best: 0.908, must: 0.92, aim: 0.95 },
  { set: 'trafilatura', measure: 'dateAcc', label: 'date', best: 0.865, must: 0.87, aim: 0.92 },
  { set: 'gne', measure: 'dateAcc', label: 'date', best: 0.97, must: 0.97, aim: 1 },
  { set: 'postlight', measure: 'dateAcc', label: 'date', best: 0.82, must: 0.84, aim: 0.92 },
  { set: 'trafilatura', measure: 'titleExact', label: 'title exact', best: 0.735, must: 0.81, aim: 0.88 },
  { set: 'gne', measure: 'titleExact', label: 'title exact', best: 0.94, must: 0.95, aim: 0.98 },
  { set: 'postlight', measure: 'titleExact', label: 'title exact', best: 0.8, must: 0.85, aim: 0.92 },
  { set: 'trafilatura', measure: 'authorAcc', label: 'authors exact', best: 0.58, must: 0.66, aim: 0.75 },
  { set: 'gne', measure: 'authorAcc', label: 'authors exact', best: 0.22, must: 0.65, aim: 0.85 },
  { set: 'postlight', measure: 'authorAcc', label: 'authors exact', best: 0.65, must: 0.68, aim: 0.8 },
  { set: 'defuddle', measure: 'mdLineF1', label: 'Markdown line F1', best: 0.58, must: 0.75 },
];

/** Figures by name, `gne authorAcc`: the form in which they are kept. */
export type KeptFigures = Readonly<Record<string, number>>;

export function nameOf({ set, measure }: Figure): string {
  return `${set} ${measure}`;
}

/** The figures of one system, from the scores of each set that was measured. */
export function figuresOf(scores: ReadonlyMap<string, Scores>): KeptFigures {
  const entries = FIGURES.flatMap((figure) => {
    const value = scores.get(figure.set)?.[figure.measure];
    return typeof value === 'number' ? [[nameOf(figure), Math.round(value * 10_000) / 10_000] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A mean over pages moves a little with any change; a share of pages moves by one page at least. */
const F1_NOISE = 0.002;

/** How far a figure may fall and still count as the same. */
export function noiseOf({ measure }: Figure, scores: Scores): number {
  const pages = {
    dateAcc: scores.dateN,
    titleExact: scores.titleN,
    authorAcc: scores.authorN,
    accuracy: scores.n,
    f1: undefined,
    recall: undefined,
    segF1: undefined,
    mdLineF1: undefined,
  }[measure];
  return pages ? 1.01 / pages : F1_NOISE;
}
