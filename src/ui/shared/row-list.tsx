import type { ComponentChildren } from 'preact';
import { useRowsInSight } from './use-rows-in-sight.ts';

interface RowListProps<Row> {
  readonly id: string;
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** CSS pixels; the style sheet says the same. */
  readonly rowHeight: number;
  /** The row that the keys act on; -1 for none. */
  readonly at: number;
  readonly keyOf: (row: Row) => string;
  readonly isChosen: (row: Row, at: number) => boolean;
  readonly isMultiple: boolean;
  readonly rowClass: (row: Row) => string;
  readonly draw: (row: Row) => ComponentChildren;
  readonly onMove: (at: number) => void;
  /** A click on a row, or Space on the one that the keys act on. @param isRange with Shift. */
  readonly onToggle: (at: number, isRange: boolean) => void;
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** A list of which only the rows in sight are in the document, however many there are. One stop for the Tab key. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { id, rows, rowHeight, at, keyOf } = props;
  const { list, onScroll, first, end, page } = useRowsInSight(rows.length, rowHeight, at);
  const shown = rows.slice(first, end);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (act(event, props, page)) event.preventDefault();
  };
  return (
    <div
      ref={list}
      id={id}
      class="rows"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={props.isMultiple}
      aria-activedescendant={at >= first && at < first + shown.length ? `${id}-${at}` : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="rows-length" style={{ blockSize: `${rows.length * rowHeight}px` }} role="presentation">
        <div style={{ transform: `translateY(${first * rowHeight}px)` }} role="presentation">
          {shown.map((row, n) => (
            <ListedRow key={keyOf(row)} {...props} row={row} place={first + n} />
          ))}
        </div>
      </div>
    </div>
  );
}

function ListedRow<Row>(props: RowListProps<Row> & { readonly row: Row; readonly place: number }) {
  const { id, row, place, at, rows, isChosen, rowClass, draw, onMove, onToggle } = props;
  return (
    // The list takes the keys for all its options.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`${id}-${place}`}
      class={`row ${rowClass(row)}${place === at ? ' at' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen(row, place)}
      aria-setsize={rows.length}
      aria-posinset={place + 1}
      onClick={(event) => {
        onToggle(place, event.shiftKey);
        onMove(place);
      }}
    >
      {draw(row)}
    </div>
  );
}

/** @returns whether the key was meant for the list. */
function act<Row>(event: KeyboardEvent, props: RowListProps<Row>, page: number): boolean {
  const { rows, at, onMove, onToggle, onKey } = props;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[event.key];
  if (step !== undefined && !event.ctrlKey && !event.metaKey && rows.length > 0) {
    const next = Math.min(rows.length - 1, Math.max(0, at + step));
    if (event.shiftKey) onToggle(next, true);
    onMove(next);
    return true;
  }
  if (event.key === ' ' && at >= 0) {
    onToggle(at, false);
    return true;
  }
  return onKey?.(event) ?? false;
}
