import { childrenOf } from './children-of.ts';
import { isGutter } from './code-block.ts';

export interface GridCell {
  readonly element: Element;
  readonly align: string;
}

/** What a `table` element is: rows of equally many cells, a wrapper for layout, or a block of code with line numbers. */
export type TableShape =
  | {
      readonly kind: 'data';
      readonly rows: readonly (readonly (GridCell | undefined)[])[];
      readonly captions: readonly Element[];
    }
  | { readonly kind: 'layout' }
  | { readonly kind: 'code'; readonly code: Element };

/** A page may ask for 1,000 columns (HTML standard, 4.9.11); a table that a person reads has fewer. */
const MAX_SPAN = 64;
/** Spans may not make a table larger than this many times its own cells. */
const MAX_GROWTH = 8;

/** Reads a table in one pass over its rows. Spanning cells are in their first place; their other places are empty. */
export function readTable(table: Element): TableShape {
  const sections = childrenOf(table);
  const rows = rowsOf(sections);
  const code = codeOf(table, rows);
  if (code) return { kind: 'code', code };
  const grid = expand(rows);
  if (isLayout(table, rows, grid)) return { kind: 'layout' };
  return { kind: 'data', rows: grid, captions: sections.filter((section) => section.localName === 'caption') };
}

/** The rows in the order in which they are shown: head, body, foot. */
function rowsOf(sections: readonly Element[]): Element[] {
  const inOrder = (names: readonly string[]): Element[] =>
    sections
      .filter((section) => names.includes(section.localName))
      .flatMap((section) =>
        section.localName === 'tr' ? [section] : childrenOf(section).filter((row) => row.localName === 'tr'),
      );
  return [...inOrder(['thead']), ...inOrder(['tbody', 'tr']), ...inOrder(['tfoot'])];
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter((cell) => cell.localName === 'td' || cell.localName === 'th');
}

function expand(rows: readonly Element[]): (GridCell | undefined)[][] {
  const cellCount = rows.reduce((sum, row) => sum + row.childElementCount, 0);
  let room = cellCount * MAX_GROWTH + 100;
  /** For each column, how many rows below are still covered by a cell above. */
  const covered: number[] = [];
  const grid: (GridCell | undefined)[][] = [];
  let width = 0;
  for (const row of rows) {
    const slots: (GridCell | undefined)[] = [];
    const skipCovered = (): void => {
      while ((covered[slots.length] ?? 0) > 0) {
        covered[slots.length] = (covered[slots.length] ?? 0) - 1;
        slots.push(undefined);
      }
    };
    for (const cell of cellsOf(row)) {
      skipCovered();
      const columns = room > 0 ? span(cell, 'colspan') : 1;
      const down = room > 0 ? span(cell, 'rowspan') - 1 : 0;
      room -= columns * (down + 1) - 1;
      for (let column = 0; column < columns; column += 1) {
        if (down > 0) covered[slots.length] = down;
        slots.push(column === 0 ? { element: cell, align: alignOf(cell) } : undefined);
      }
    }
    skipCovered();
    width = Math.max(width, slots.length);
    if (slots.length > 0) grid.push(slots);
  }
  for (const slots of grid) while (slots.length < width) slots.push(undefined);
  return grid;
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), MAX_SPAN);
}

function alignOf(cell: Element): string {
  const align = cell.getAttribute('align')?.toLowerCase() ?? '';
  return ['left', 'center', 'right'].includes(align) ? align : '';
}

/** A table without a single header that has one column or row, or whose cells hold blocks of their own, only places things. */
function isLayout(table: Element, rows: readonly Element[], grid: readonly (readonly unknown[])[]): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  if (grid.length === 0) return true;
  if (table.querySelector('table') !== null) return true;
  if (table.querySelector('th, caption') !== null) return false;
  if (grid.length === 1 || (grid[0]?.length ?? 0) <= 1) return true;
  return rows.some((row) => row.querySelector('h1, h2, h3, h4, h5, h6, blockquote, figure, pre, hr') !== null);
}

/** The `pre` of a highlighter's table: line numbers on the left, code on the right. */
function codeOf(table: Element, rows: readonly Element[]): Element | undefined {
  if (rows.length !== 1 || table.querySelector('pre') === null) return undefined;
  const blocks = [...table.querySelectorAll('pre')];
  const code = blocks.filter((pre) => !/^[\d\s]*$/.test(pre.textContent ?? '') && !isInGutter(pre, table));
  return code.length === 1 && cellsOf(rows[0] ?? table).length === 2 ? code[0] : undefined;
}

function isInGutter(pre: Element, table: Element): boolean {
  for (let element: Element | null = pre; element !== null && element !== table; element = element.parentElement) {
    if (isGutter(element)) return true;
  }
  return false;
}
