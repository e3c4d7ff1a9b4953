import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The text that is selected in an element. Absent where nothing is, or where a part of it is outside. */
export function selectedIn(element: HTMLElement | null): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return element?.contains(range.commonAncestorContainer) ? range : undefined;
}

/** Whether text of the element is selected. */
export function useSelection(container: RefObject<HTMLElement | null>): boolean {
  const [isSelected, setSelected] = useState(false);
  useEffect(() => {
    const look = (): void => setSelected(selectedIn(container.current) !== undefined);
    document.addEventListener('selectionchange', look);
    // Text may have been selected while this code was loading.
    look();
    return () => document.removeEventListener('selectionchange', look);
  }, [container]);
  return isSelected;
}
