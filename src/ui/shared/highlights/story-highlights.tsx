import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { createAnchor } from '../../../core/highlights/create-anchor.ts';
import { nodeText } from '../../../core/highlights/node-text.ts';
import { highlightAt } from '../../../core/highlights/paint-highlights.ts';
import type { Highlight, HighlightColour } from '../../../core/model/highlight.ts';
import { useFocusGoesOn } from '../use-focus-goes-on.ts';
import { HighlightList } from './highlight-list.tsx';
import { MarkBar } from './mark-bar.tsx';
import { useLocated } from './use-located.ts';
import { selectedIn, useSelection } from './use-selection.ts';
import { useUnkept } from './use-unkept.ts';
import './highlights.css';

export interface StoryHighlightsProps {
  /** Holds the story's text, which may be drawn later. */
  readonly container: RefObject<HTMLElement | null>;
  readonly highlights: readonly Highlight[];
  /**
   * Adds a highlight, or takes it in place of the one with its id, and says why where it cannot. Returns whether it is in
   * `highlights` now. Absent: they are only shown.
   */
  readonly onPut?: ((highlight: Highlight) => Promise<boolean>) | undefined;
  readonly onRemove?: ((highlight: Highlight) => Promise<unknown>) | undefined;
}

/**
 * Paints the highlights of a story, lists them with their notes, and marks what is selected in it: by a press on a colour,
 * or its number. `n` opens the note of the last mark, a click on a passage that of the passage. A mark is listed before it is
 * kept, so that what is typed after `n` is its note, and no command of the page.
 */
export function StoryHighlights({ container, highlights, onPut, onRemove }: StoryHighlightsProps) {
  const { shown, failed, put, drop } = useUnkept(highlights, onPut);
  const located = useLocated(container, shown);
  const isSelected = useSelection(container);
  const list = useRef<HTMLElement>(null);
  const lastMarked = useRef('');
  /** Whose note was asked for before it was in the list; empty where none is. */
  const wantedNote = useRef('');
  useFocusGoesOn(list, () => list.current?.querySelector<HTMLElement>('textarea, button'));
  /** Marks what is selected at the press, whatever was drawn before. @returns whether it did. */
  const mark = (colour: HighlightColour): boolean => {
    const selected = selectedIn(container.current);
    const highlight = selected && highlightOf(container.current, selected, colour);
    if (!highlight) return false;
    getSelection()?.removeAllRanges();
    lastMarked.current = highlight.id;
    void put(highlight);
    return true;
  };
  const openNote = (id: string): void => {
    const note = list.current?.querySelector<HTMLElement>(`[data-highlight="${CSS.escape(id)}"] textarea`);
    wantedNote.current = note ? '' : id;
    note?.focus();
  };
  const remove = (highlight: Highlight): void => {
    if (drop(highlight)) void onRemove?.(highlight);
  };
  // A story that is drawn in two steps may list its marks after `n` is pressed.
  useLayoutEffect(() => {
    if (wantedNote.current !== '') openNote(wantedNote.current);
  }, [located]);
  useEffect(() => {
    const root = container.current;
    const look = ({ target, clientX, clientY }: MouseEvent): void => {
      if (getSelection()?.isCollapsed === false || (target instanceof Element && target.closest('a'))) return;
      const hit = highlightAt(located.found, { x: clientX, y: clientY });
      if (hit) openNote(hit.highlight.id);
    };
    root?.addEventListener('click', look);
    return () => root?.removeEventListener('click', look);
  }, [container, located]);
  return (
    <>
      {onPut && <MarkBar isOpen={isSelected} onMark={mark} onNote={() => openNote(lastMarked.current)} />}
      {shown.length > 0 && (
        <HighlightList
          element={list}
          located={located}
          failed={failed}
          onPut={onPut && ((highlight) => void put(highlight))}
          onRemove={onRemove && remove}
        />
      )}
    </>
  );
}

function highlightOf(root: HTMLElement | null, range: Range, colour: HighlightColour): Highlight | undefined {
  if (!root) return undefined;
  const { text, offsetsOf } = nodeText(root);
  const { start, end } = offsetsOf(range);
  const anchor = createAnchor(text, start, end);
  return anchor && { id: crypto.randomUUID(), anchor, colour, note: '', createdAt: Date.now() };
}
