import { useTranslator } from '../shared/translation.tsx';
import { useRowsInSight } from '../shared/use-rows-in-sight.ts';
import { ClipItem } from './clip-item.tsx';
import type { LibraryStore } from './store.ts';

/** Height of one clip in the list, in CSS pixels; library.css says the same. */
const ROW = 118;

/** The clips that the view lists. Only those in sight are in the document, however many there are. */
export function ClipList({ store }: { readonly store: LibraryStore }) {
  const { t } = useTranslator();
  const { clips } = store.result.value;
  const at = store.at.value;
  const { list, onScroll, first, end } = useRowsInSight(clips.length, ROW, at);
  const shown = clips.slice(first, end);
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
      onScroll={onScroll}
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
