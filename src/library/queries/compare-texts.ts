import { diffArrays } from 'diff';

/** One step from an old text to a new one, paragraph by paragraph. */
export type ParagraphChange =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/**
 * Paragraphs put in and taken out, at most, before the texts count as different throughout. The time that a comparison
 * takes grows with the square of it.
 */
const MOST_EDITS = 1_500;

/**
 * What changed in the text of a story: its paragraphs (separated by blank lines) in reading order. Paragraphs that
 * were taken out and others put in at the same place are paired as `changed`.
 */
export function compareTexts(before: string, after: string): ParagraphChange[] {
  const old = paragraphs(before);
  const fresh = paragraphs(after);
  const steps = diffArrays(old, fresh, { maxEditLength: MOST_EDITS });
  if (!steps) return pair(old, fresh);
  const changes: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  for (const step of steps) {
    if (step.removed) removed.push(...step.value);
    else if (step.added) added.push(...step.value);
    else {
      changes.push(...pair(removed, added), ...step.value.map(same));
      [removed, added] = [[], []];
    }
  }
  return [...changes, ...pair(removed, added)];
}

/** How many paragraphs are not the same. */
export function countChanges(changes: readonly ParagraphChange[]): number {
  return changes.filter(({ kind }) => kind !== 'same').length;
}

function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n\n')
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function same(text: string): ParagraphChange {
  return { kind: 'same', text };
}

function pair(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, n): ParagraphChange => {
    const before = removed[n];
    const after = added[n];
    if (before === undefined) return { kind: 'added', after: after ?? '' };
    if (after === undefined) return { kind: 'removed', before };
    return before === after ? same(before) : { kind: 'changed', before, after };
  });
}
