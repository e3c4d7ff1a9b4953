/** The part of a text that is most like a pattern. */
export interface Alignment {
  /** Insertions, deletions and replacements that make the pattern of it (Levenshtein distance). */
  readonly distance: number;
  /** Where the inner part of the pattern begins in the text. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

/** One row of the table: a cell for each place in the text. */
interface Row {
  readonly cost: Int32Array;
  /** Where the cheapest way to the cell left the row `inner.from`. */
  readonly start: Int32Array;
  /** Where it reached the row `inner.to`. */
  readonly end: Int32Array;
}

/**
 * Aligns a whole pattern with the part of a text that is most like it (Sellers' algorithm). Takes time of
 * `pattern.length × text.length`; callers bound both.
 *
 * @param inner a part of the pattern whose place is asked for, as indexes
 * @param isAnchored whether the part of the text has to begin at its first unit
 */
export function align(
  pattern: Uint16Array,
  text: Uint16Array,
  inner = { from: 0, to: pattern.length },
  isAnchored = false,
): Alignment {
  let before = emptyRow(text.length + 1);
  let current = emptyRow(text.length + 1);
  for (let column = 0; column <= text.length; column += 1) {
    before.cost[column] = isAnchored ? column : 0;
    before.start[column] = column;
  }
  for (let row = 1; row <= pattern.length; row += 1) {
    fillRow(before, current, pattern[row - 1] ?? 0, text, row);
    if (row === inner.from) markDepartures(current);
    if (row === inner.to) markArrivals(before, current);
    [before, current] = [current, before];
  }
  let best = 0;
  for (let column = 1; column <= text.length; column += 1) {
    if ((before.cost[column] ?? 0) < (before.cost[best] ?? 0)) best = column;
  }
  return { distance: before.cost[best] ?? 0, start: before.start[best] ?? 0, end: before.end[best] ?? 0 };
}

function emptyRow(width: number): Row {
  return { cost: new Int32Array(width), start: new Int32Array(width), end: new Int32Array(width) };
}

function fillRow(before: Row, current: Row, code: number, text: Uint16Array, row: number): void {
  current.cost[0] = row;
  current.start[0] = before.start[0] ?? 0;
  current.end[0] = before.end[0] ?? 0;
  for (let column = 1; column <= text.length; column += 1) {
    const replaced = (before.cost[column - 1] ?? 0) + (text[column - 1] === code ? 0 : 1);
    const dropped = (before.cost[column] ?? 0) + 1;
    const added = (current.cost[column - 1] ?? 0) + 1;
    const cost = Math.min(replaced, dropped, added);
    const from = cost === replaced || cost === dropped ? before : current;
    const at = cost === replaced || cost !== dropped ? column - 1 : column;
    current.cost[column] = cost;
    current.start[column] = from.start[at] ?? 0;
    current.end[column] = from.end[at] ?? 0;
  }
}

/** Text that is added before the inner part is not a part of it: the last place in the row counts. */
function markDepartures({ start }: Row): void {
  for (let column = 0; column < start.length; column += 1) start[column] = column;
}

/** Text that is added behind the inner part is not a part of it: the first arrival in the row counts. */
function markArrivals({ cost: above }: Row, { cost, end }: Row): void {
  for (let column = 0; column < end.length; column += 1) {
    const isAdded =
      column > 0 && cost[column] === (cost[column - 1] ?? 0) + 1 && (above[column] ?? 0) + 1 !== cost[column];
    end[column] = isAdded ? (end[column - 1] ?? 0) : column;
  }
}
