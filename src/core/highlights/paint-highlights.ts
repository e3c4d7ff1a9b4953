import { HIGHLIGHT_COLOURS, type HighlightColour } from '../model/highlight.ts';
import type { LocatedHighlight } from './locate-highlights.ts';

/** A window, which a document may have lost. */
type View = Window & typeof globalThis;

/** The name under which a colour's ranges are in the registry of highlights, and in style sheets (`::highlight(…)`). */
export function highlightName(colour: HighlightColour): string {
  return `jianbao-${colour}`;
}

/** Whether a browser paints ranges without a change to the document (CSS Custom Highlight API; Firefox from 140). */
export function canPaintHighlights(view: View): boolean {
  return 'Highlight' in view && 'highlights' in view.CSS;
}

/** Paints highlights, and no others. Does nothing where the browser cannot. */
export function paintHighlights(view: View, located: readonly LocatedHighlight[]): void {
  if (!canPaintHighlights(view)) return;
  for (const colour of HIGHLIGHT_COLOURS) {
    const ranges = located.filter(({ highlight }) => highlight.colour === colour).map(({ range }) => range);
    if (ranges.length === 0) view.CSS.highlights.delete(highlightName(colour));
    else view.CSS.highlights.set(highlightName(colour), new view.Highlight(...ranges));
  }
}

/** The highlight at a place of a document; of several, the shortest. */
export function highlightAt(
  located: readonly LocatedHighlight[],
  { x, y }: { readonly x: number; readonly y: number },
): LocatedHighlight | undefined {
  return located
    .filter(({ range }) => [...range.getClientRects()].some((box) => isInside(box, x, y)))
    .toSorted((a, b) => a.range.toString().length - b.range.toString().length)[0];
}

function isInside({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
