import { fold } from '../../library/queries/search-clips.ts';

/** A stretch of text, and whether it was searched for. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** Splits a text at its search terms (as `termsOf` returns them). The pieces make up the whole text. */
export function highlight(text: string, terms: readonly string[]): Stretch[] {
  const folded = sameLengthFold(text);
  const stretches: Stretch[] = [];
  let at = 0;
  while (at < text.length) {
    const next = firstHit(folded, terms, at);
    if (!next) break;
    if (next.start > at) stretches.push({ text: text.slice(at, next.start), hit: false });
    stretches.push({ text: text.slice(next.start, next.end), hit: true });
    at = next.end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), hit: false });
  return stretches;
}

const LEAD = 24;

/**
 * The part of a text around the first term in it, from a little before; the beginning where there is none. Cut between
 * words where there are spaces near.
 */
export function snippet(text: string, terms: readonly string[], length: number): string {
  const start = firstHit(sameLengthFold(text), terms, 0)?.start ?? 0;
  const from = start > LEAD ? wordAfter(text, start - LEAD, start) : 0;
  const end = from + length;
  const part = end < text.length ? `${text.slice(from, wordBefore(text, end, start))}…` : text.slice(from);
  return `${from > 0 ? '…' : ''}${part.replace(/\s+/g, ' ').trim()}`;
}

/** Where the first word after `at` begins; `at` itself where no space comes before `limit`. */
function wordAfter(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

/** Where the last word before `at` ends; `at` itself where no space comes shortly before. */
function wordBefore(text: string, at: number, limit: number): number {
  const near = Math.max(limit, at - LEAD);
  const space = text.slice(near, at).search(/\s\S*$/);
  return space <= 0 ? at : near + space;
}

function firstHit(folded: string, terms: readonly string[], from: number) {
  return terms
    .map((term) => ({ start: folded.indexOf(term, from), length: term.length }))
    .filter(({ start }) => start >= 0)
    .map(({ start, length }) => ({ start, end: start + length }))
    .reduce<{ start: number; end: number } | undefined>(
      (best, hit) =>
        best && (best.start < hit.start || (best.start === hit.start && best.end >= hit.end)) ? best : hit,
      undefined,
    );
}

/** Folding can change a text's length (`ﬁ` → `fi`); then only the letters that stay single are folded. */
function sameLengthFold(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, n) => {
    const unit = text.charAt(n);
    const one = fold(unit);
    return one.length === 1 ? one : unit;
  }).join('');
}
