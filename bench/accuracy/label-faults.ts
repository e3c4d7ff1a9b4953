import { readFileSync } from 'node:fs';
import type { Truth, TruthField } from './kit.ts';

/** Which labels of a page are wrong, and why. No text of the page is copied. */
type Faults = Readonly<Partial<Record<TruthField, string>>>;

/** Faults by set and page. */
const FAULTS = JSON.parse(readFileSync(new URL('label-faults.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Faults>>>
>;

/** The labels of each field: a body is labelled in full, as words, or by snippets. */
const LABELS: Readonly<Record<TruthField, readonly (keyof Truth['truth'])[]>> = {
  body: ['text', 'words', 'with', 'without'],
  title: ['title'],
  authors: ['authors'],
  published: ['published'],
};

/** The page with its wrong labels left out; the page itself where all are right. */
export function withoutFaults(page: Truth, set: string): Truth {
  const faults = FAULTS[set]?.[page.id];
  if (!faults) return page;
  const wrong = new Set(Object.keys(faults).flatMap((field) => LABELS[field as TruthField] ?? []));
  const truth = Object.fromEntries(
    Object.entries(page.truth).filter(([label]) => !wrong.has(label as keyof Truth['truth'])),
  );
  return { ...page, truth };
}

/** The number of pages of a set with a wrong label. */
export function faultCount(set: string): number {
  return Object.keys(FAULTS[set] ?? {}).length;
}
