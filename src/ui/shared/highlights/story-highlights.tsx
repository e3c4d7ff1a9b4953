import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createAnchor } from '../../../core/highlights/create-anchor.ts';
import { nodeText } from '../../../core/highlights/node-text.ts';
import { highlightAt } from '../../../core/highlights/paint-highlights.ts';
import type { Highlight, HighlightColour } from '../../../core/model/highlight.ts';
import { useFocusGoesOn } from '../use-focus-goes-on.ts';
import { HighlightList } from './highlight-list.tsx';
import { MarkBar } from './mark-bar.tsx';
import { useLocated } from './use-located.ts';
import { selectedIn, useSelection } from './use-selection.ts';
import './highlights.css';

export interface StoryHighlightsProps {
  /** Holds the story's text, which may be drawn later. */
  readonly container: RefObject<HTMLElement | null>;
  readonly highlights: readonly Highlight[];
  /** Adds a highlight, or takes it in place of the one with its id. Absent: they are only shown. */
  readonly onPut?: ((highlight: Highlight) => void) | undefined;
  readonly onRemove?: ((highlight: Highlight) => void) | undefined;
}

/**
 * Paints the highlights of a story, lists them with their notes, and marks what is selected in it: by a press on a colour,
 * or its number. `n` opens the note of the last mark, a click on a passage that of the passage.
 */
export function StoryHighlights({ container, highlights, onPut, onRemove }: StoryHighlightsProps) {
  const located = useLocated(container, highlights);
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
    onPut?.(highlight);
    return true;
  };
  const openNote = (id: string): void => {
    const note = list.current?.querySelector<HTMLElement>(`[data-highlight="${CSS.escape(id)}"] textarea`);
    wantedNote.current = note ? '' : id;
    note?.focus();
  };
  // A mark is kept before it is listed, and `n` may be pressed meanwhile.
  useEffect(() => {
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
      {highlights.length > 0 && <HighlightList element={list} located={located} onPut={onPut} onRemove={onRemove} />}
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
