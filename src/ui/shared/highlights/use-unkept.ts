import { useMemo, useState } from 'preact/hooks';
import type { Highlight } from '../../../core/model/highlight.ts';

interface Unkept {
  readonly highlight: Highlight;
  /** Whether the try to keep it has failed; it is under way otherwise. */
  readonly isFailed: boolean;
}

interface ShownHighlights {
  /** What is kept, with what is not kept yet in its place. */
  readonly shown: readonly Highlight[];
  /** Ids of those that could not be kept. They stay until they are kept or dropped. */
  readonly failed: ReadonlySet<string>;
  put(highlight: Highlight): Promise<void>;
  /** Shows a highlight no longer. Returns whether the disk has it, or may have it soon. */
  drop(highlight: Highlight): boolean;
}

const NONE: ReadonlyMap<string, Unkept> = new Map();

/**
 * Shows a highlight with the press that makes it, before the disk has answered: a note can be typed at once. One that
 * cannot be kept is shown as such, with its note, and can be put again.
 *
 * @param onPut keeps a highlight, and returns whether it is in `kept` now.
 */
export function useUnkept(
  kept: readonly Highlight[],
  onPut: ((highlight: Highlight) => Promise<boolean>) | undefined,
): ShownHighlights {
  const [unkept, setUnkept] = useState(NONE);
  /** Changes an entry, unless it is of a newer press. */
  const settle = (highlight: Highlight, isKept: boolean): void =>
    setUnkept((before) => {
      if (before.get(highlight.id)?.highlight !== highlight) return before;
      const next = new Map(before);
      if (isKept) next.delete(highlight.id);
      else next.set(highlight.id, { highlight, isFailed: true });
      return next;
    });
  return {
    shown: useMemo(() => (unkept.size === 0 ? kept : joined(kept, unkept)), [kept, unkept]),
    failed: new Set([...unkept.values()].filter(({ isFailed }) => isFailed).map(({ highlight }) => highlight.id)),
    async put(highlight) {
      if (!onPut) return;
      setUnkept((before) => new Map(before).set(highlight.id, { highlight, isFailed: false }));
      settle(highlight, await onPut(highlight));
    },
    drop({ id }) {
      setUnkept((before) => new Map([...before].filter(([each]) => each !== id)));
      return kept.some((each) => each.id === id) || unkept.get(id)?.isFailed === false;
    },
  };
}

function joined(kept: readonly Highlight[], unkept: ReadonlyMap<string, Unkept>): readonly Highlight[] {
  const byId = new Map(kept.map((highlight) => [highlight.id, highlight]));
  for (const [id, { highlight }] of unkept) byId.set(id, highlight);
  return [...byId.values()];
}
