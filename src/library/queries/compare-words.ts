import { diffArrays } from 'diff';

/** A stretch of a text that both versions have, or only one of them. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words put in and taken out, at most, before a text counts as rewritten. */
const MOST_EDITS = 1_000;

/** A longer paragraph is not taken apart into words. */
const LENGTH_LIMIT = 50_000;

/** Texts with a smaller common share than this are reported as rewritten. */
const LEAST_IN_COMMON = 0.25;

/**
 * What changed in a text, word by word as `Intl.Segmenter` parts it, so that a Chinese sentence is compared by its words
 * too. Where a word takes the place of another, the characters that both begin or end with count as the same.
 *
 * @returns nothing where the text was rewritten: then both are to be shown whole.
 */
export function compareWords(before: string, after: string): WordChange[] | undefined {
  if (before.length > LENGTH_LIMIT || after.length > LENGTH_LIMIT) return undefined;
  const steps = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (!steps) return undefined;
  const changes: WordChange[] = [];
  let [removed, added] = ['', ''];
  for (const step of steps) {
    const text = step.value.join('');
    if (step.removed) removed += text;
    else if (step.added) added += text;
    else {
      changes.push(...narrowed(removed, added), { kind: 'same', text });
      [removed, added] = ['', ''];
    }
  }
  const all = joined([...changes, ...narrowed(removed, added)]);
  const common = all.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0);
  return common < LEAST_IN_COMMON * Math.max(before.length, after.length) ? undefined : all;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Takes what both begin and end with out of a change. */
function narrowed(removed: string, added: string): WordChange[] {
  const old = [...graphemes.segment(removed)].map(({ segment }) => segment);
  const fresh = [...graphemes.segment(added)].map(({ segment }) => segment);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  return [
    { kind: 'same' as const, text: old.slice(0, head).join('') },
    { kind: 'removed' as const, text: old.slice(head, old.length - tail).join('') },
    { kind: 'added' as const, text: fresh.slice(head, fresh.length - tail).join('') },
    { kind: 'same' as const, text: old.slice(old.length - tail).join('') },
  ].filter(({ text }) => text !== '');
}

function joined(changes: readonly WordChange[]): WordChange[] {
  const all: WordChange[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (last?.kind === change.kind) all[all.length - 1] = { kind: last.kind, text: last.text + change.text };
    else all.push(change);
  }
  return all;
}
