import type { Origin } from '../../model/article.ts';

/** One place of the page that says who wrote the story. */
export interface AuthorCandidate {
  readonly names: readonly string[];
  readonly origin: Origin;
  /** How often such a place is right, 0–1. Source: measured on 538 pages with known authors. */
  readonly weight: number;
  /** The place says that a person is meant, not an organisation. */
  readonly person?: boolean;
  /** Readers see it as the byline. */
  readonly shown?: boolean;
}

/** Each name once, whatever its case. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
}
