import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The evaluation kit with its pages is not part of the project: it is beside it, or absent. */
const KIT = new URL('../../../shared/eval/', import.meta.url);

export type TruthField = 'body' | 'title' | 'authors' | 'published';

/** What is known of a page. */
export interface Truth {
  readonly id: string;
  readonly site: string;
  readonly truth: {
    /** The whole body. */
    readonly text?: string;
    /** The whole body, measured as a bag of words. */
    readonly words?: string;
    /** Snippets that belong to the body, and snippets that do not. */
    readonly with?: readonly string[];
    readonly without?: readonly string[];
    readonly title?: string;
    readonly authors?: readonly string[];
    readonly published?: string | null;
  };
}

/** What a system answers for a page; only the parts that are read here. */
export interface Answer {
  readonly id: string;
  readonly text: string;
  readonly error: string | null;
  readonly trace?: readonly { readonly pass: string; readonly text: string }[];
}

/** What the kit makes of one page. */
export interface PageScore {
  readonly seg?: { readonly tp: number; readonly fn: number };
}

/** What the kit answers for a set of pages; only the parts that are read here. */
export interface Scores {
  readonly n: number;
  readonly errors: number;
  readonly f1?: number;
  readonly accuracy?: number;
  readonly recall?: number;
  readonly wordF1?: number;
  readonly wordP?: number;
  readonly wordR?: number;
  readonly segF1?: number;
  readonly dateAcc?: number | null;
  readonly dateN?: number;
  readonly titleExact?: number;
  readonly titleN?: number;
  readonly authorAcc?: number | null;
  readonly authorN?: number;
  readonly mdLineF1?: number;
  /** The share of pages of which no wanted snippet was found, 0 to 1; computed by `scoreSet`. */
  readonly lost?: number;
}

/** The kit's `lib/metrics.mjs` and `lib/util.mjs`, as far as they are used. */
export interface Kit {
  loadTruth(file: string): readonly Truth[];
  loadOut(file: string): ReadonlyMap<string, Answer>;
  scorePage(truth: Truth, answer: Answer | undefined, set: string): PageScore;
  summarize(pages: readonly PageScore[], resamplings: number): Scores;
  /** The registrable host of an address, or the host itself where many share the domain. */
  siteKey(url: string, fallback: string): string;
}

export function hasKit(): boolean {
  return existsSync(KIT);
}

export async function loadKit(): Promise<Kit> {
  const [metrics, util] = await Promise.all(
    ['lib/metrics.mjs', 'lib/util.mjs'].map((path) => import(/* @vite-ignore */ new URL(path, KIT).href)),
  );
  return { ...metrics, ...util };
}

/** The file of a set's pages, NDJSON by gzip. */
export function setFile(set: string): string {
  return fileURLToPath(new URL(`data/${set}.ndjson.gz`, KIT));
}
