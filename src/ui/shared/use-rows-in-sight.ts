import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn beyond either edge, so that a flick of the wheel shows no gap. */
const SPARE = 6;

/** Which rows of a long list are in sight. */
export interface RowsInSight {
  /** The element that scrolls. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** The first row to draw, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Rows that a page of the screen holds. */
  readonly page: number;
}

/**
 * Follows which rows are in sight, and scrolls to the row that the keys act on.
 *
 * @param rowHeight in CSS pixels; the style sheet says the same.
 * @param at the row that the keys act on; -1 for none.
 */
export function useRowsInSight(count: number, rowHeight: number, at: number): RowsInSight {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);

  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return undefined;
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (list.current && at >= 0) bringIntoSight(list.current, at, rowHeight);
  }, [at, rowHeight]);

  return {
    list,
    onScroll: () => setTop(list.current?.scrollTop ?? 0),
    first: Math.max(0, Math.min(Math.floor(top / rowHeight), count) - SPARE),
    end: Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE),
    page: Math.max(1, Math.floor(height / rowHeight) - 1),
  };
}

function bringIntoSight(list: HTMLElement, at: number, rowHeight: number): void {
  const top = at * rowHeight;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
}
