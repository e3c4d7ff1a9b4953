import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslator } from '../shared/translation.tsx';
import { ClipItem } from './clip-item.tsx';
import type { LibraryStore } from './store.ts';

/** Height of one clip in the list, in CSS pixels; library.css says the same. */
const ROW = 118;
/** Rows drawn beyond either edge, so that a flick of the wheel shows no gap. */
const SPARE = 4;

/** The clips that the view lists. Only those in sight are in the document, however many there are. */
export function ClipList({ store }: { readonly store: LibraryStore }) {
  const { t } = useTranslator();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);
  const { clips } = store.result.value;
  const at = store.at.value;

  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return undefined;
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (list.current && at >= 0) bringIntoSight(list.current, at);
  }, [at]);

  const first = Math.max(0, Math.floor(top / ROW) - SPARE);
  const shown = clips.slice(first, Math.ceil((top + height) / ROW) + SPARE);
  return (
    <div
      ref={list}
      id="clips"
      class="clips"
      role="listbox"
      tabIndex={0}
      aria-label={t('clips')}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `clip-${at}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        event.preventDefault();
        void store.move(step);
      }}
    >
      <div class="clips-length" style={{ blockSize: `${clips.length * ROW}px` }} role="presentation">
        <div style={{ transform: `translateY(${first * ROW}px)` }} role="presentation">
          {shown.map((clip, n) => (
            <ClipItem key={clip.id} store={store} clip={clip} at={first + n} of={clips.length} />
          ))}
        </div>
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 6,
  PageUp: -6,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function bringIntoSight(list: HTMLElement, at: number): void {
  const top = at * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
}
