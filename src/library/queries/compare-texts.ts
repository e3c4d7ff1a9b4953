/** One step from an old text to a new one, paragraph by paragraph. */
export type ParagraphChange =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** Above so many cells the table of common runs is not made: what lies between the common ends counts as changed. */
const TABLE_LIMIT = 4_000_000;

/**
 * What changed in the text of a story: its paragraphs (separated by blank lines) in reading order. Paragraphs that
 * were taken out and others put in at the same place are paired as `changed`.
 */
export function compareTexts(before: string, after: string): ParagraphChange[] {
  const old = paragraphs(before);
  const fresh = paragraphs(after);
  const head = countCommon(old, fresh, (list, n) => list[n]);
  const tail = Math.min(
    countCommon(old, fresh, (list, n) => list[list.length - 1 - n]),
    Math.min(old.length, fresh.length) - head,
  );
  return [
    ...old.slice(0, head).map(same),
    ...compareMiddle(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...old.slice(old.length - tail).map(same),
  ];
}

/** How many paragraphs are not the same. */
export function countChanges(changes: readonly ParagraphChange[]): number {
  return changes.filter(({ kind }) => kind !== 'same').length;
}

function paragraphs(text: string): string[] {
  return text
    .split('\n\n')
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function same(text: string): ParagraphChange {
  return { kind: 'same', text };
}

function countCommon(a: readonly string[], b: readonly string[], at: (list: readonly string[], n: number) => unknown) {
  let n = 0;
  while (n < a.length && n < b.length && at(a, n) === at(b, n)) n++;
  return n;
}

function compareMiddle(old: readonly string[], fresh: readonly string[]): ParagraphChange[] {
  if (old.length * fresh.length > TABLE_LIMIT) return pair(old, fresh);
  const lengths = commonRuns(old, fresh);
  const changes: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const before = old[i];
    const after = fresh[j];
    if (before !== undefined && before === after) {
      changes.push(...pair(removed, added), same(before));
      [removed, added, i, j] = [[], [], i + 1, j + 1];
    } else if (after === undefined || (before !== undefined && lengths(i + 1, j) >= lengths(i, j + 1))) {
      removed.push(before ?? '');
      i++;
    } else {
      added.push(after);
      j++;
    }
  }
  return [...changes, ...pair(removed, added)];
}

function pair(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, n): ParagraphChange => {
    const before = removed[n];
    const after = added[n];
    if (before === undefined) return { kind: 'added', after: after ?? '' };
    return after === undefined ? { kind: 'removed', before } : { kind: 'changed', before, after };
  });
}

/** Length of the longest common subsequence of `old` from i and `fresh` from j (Hunt and McIlroy's table). */
function commonRuns(old: readonly string[], fresh: readonly string[]): (i: number, j: number) => number {
  const width = fresh.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      table[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
