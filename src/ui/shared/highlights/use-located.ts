import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type LocatedHighlights, locateHighlights } from '../../../core/highlights/locate-highlights.ts';
import { paintHighlights } from '../../../core/highlights/paint-highlights.ts';
import type { Highlight } from '../../../core/model/highlight.ts';

/** Finds the highlights in the story, and paints them, with the drawing that changes either. */
export function useLocated(
  container: RefObject<HTMLElement | null>,
  highlights: readonly Highlight[],
): LocatedHighlights {
  const [located, setLocated] = useState<LocatedHighlights>({ found: [], lost: [] });
  useLayoutEffect(() => {
    const root = container.current;
    if (!root) return undefined;
    const locate = (): void => {
      // A story that is not drawn yet has lost nothing.
      const next = root.textContent === '' ? { found: [], lost: [] } : locateHighlights(root, highlights);
      paintHighlights(window, next.found);
      setLocated(next);
    };
    const observer = new MutationObserver(locate);
    observer.observe(root, { childList: true, subtree: true });
    locate();
    return () => {
      observer.disconnect();
      paintHighlights(window, []);
    };
  }, [container, highlights]);
  return located;
}
