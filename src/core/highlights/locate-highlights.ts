import type { Highlight } from '../model/highlight.ts';
import { findAnchors } from './find-anchors.ts';
import type { LostReason } from './found-passage.ts';
import { nodeText } from './node-text.ts';

/** A highlight in a document. */
export interface LocatedHighlight {
  readonly highlight: Highlight;
  readonly range: Range;
  /** Where it begins in the text of the story, to sort by. */
  readonly start: number;
}

/** A highlight that is not in a document, and why. */
export interface LostHighlight {
  readonly highlight: Highlight;
  readonly reason: LostReason;
}

/** Highlights as they are in a document. */
export interface LocatedHighlights {
  /** In the order of the text. */
  readonly found: readonly LocatedHighlight[];
  readonly lost: readonly LostHighlight[];
}

/** Finds highlights below an element. The document is not changed. */
export function locateHighlights(root: Element, highlights: readonly Highlight[]): LocatedHighlights {
  if (highlights.length === 0) return { found: [], lost: [] };
  const read = nodeText(root);
  const results = findAnchors(
    read.text,
    highlights.map(({ anchor }) => anchor),
  );
  const found: LocatedHighlight[] = [];
  const lost: LostHighlight[] = [];
  for (const [n, highlight] of highlights.entries()) {
    const result = results[n] ?? 'gone';
    const range = typeof result === 'string' ? undefined : read.rangeOf(result.start, result.end);
    if (typeof result === 'string' || !range)
      lost.push({ highlight, reason: typeof result === 'string' ? result : 'gone' });
    else found.push({ highlight, range, start: result.start });
  }
  return { found: found.sort((a, b) => a.start - b.start), lost };
}
