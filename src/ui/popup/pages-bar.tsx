import './pages-bar.css';
import { useState } from 'preact/hooks';
import { pageRanges } from '../../core/pages/page-ranges.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { Editing, PopupState } from './model.ts';
import type { PopupStore } from './store.ts';

interface PagesBarProps {
  readonly store: PopupStore;
  readonly state: Extract<PopupState, { readonly phase: 'reading' | 'editing' }>;
}

/** How far a large page or the further pages of the story are read; which pages are wanted, and which are missing. */
export function PagesBar({ store, state }: PagesBarProps) {
  const { t, number } = useTranslator();
  if (state.phase === 'editing') return <PagesChoice store={store} state={state} />;
  if (state.pages) {
    const { read, total } = state.pages;
    const line = t('pagesReading', number(read + 1), number(total));
    return <ReadingProgress line={line} value={read} max={total} onStop={store.stopPages} />;
  }
  if (state.story || state.share === undefined) return null;
  return <ReadingProgress line={t('readingLarge')} value={state.share} max={1} onStop={store.stopReading} />;
}

interface ReadingProgressProps {
  readonly line: string;
  readonly value: number;
  readonly max: number;
  readonly onStop: () => void;
}

function ReadingProgress({ line, value, max, onStop }: ReadingProgressProps) {
  const { t } = useTranslator();
  // A page stops after the step that it is in the middle of.
  const [isStopping, setStopping] = useState(false);
  const stop = (): void => {
    setStopping(true);
    onStop();
  };
  return (
    <div class="pages-bar">
      <label class="pages-line">
        <span role="status">{isStopping ? t('stopping') : line}</span>
        <progress value={value} max={max} />
      </label>
      <button type="button" class="button" aria-disabled={isStopping} onClick={stop}>
        {t('stop')}
      </button>
    </div>
  );
}

function PagesChoice({ store, state }: { readonly store: PopupStore; readonly state: Editing }) {
  const { t } = useTranslator();
  if (!state.pages || state.edit.scope === 'selection') return null;
  const { seen, areWanted } = state.pages;
  const missing = state.edit.articles.article.pages?.missing ?? [];
  const others = Array.from({ length: seen.total }, (_, at) => at + 1).filter((one) => one !== seen.current);
  return (
    <div class="pages-bar">
      <label class="pages-choice">
        <input
          type="checkbox"
          checked={areWanted}
          onChange={(event) => void store.choosePages(event.currentTarget.checked)}
        />
        {t(others.length === 1 ? 'pageToo' : 'pagesToo', pageRanges(others))}
      </label>
      {areWanted && missing.length > 0 && (
        <p class="notice warning">
          <Icon name="warning" />
          <span>
            {t(missing.length === 1 ? 'pageMissing' : 'pagesMissing', pageRanges(missing))}{' '}
            <button type="button" class="link" onClick={() => void store.choosePages(true)}>
              {t('retry')}
            </button>
          </span>
        </p>
      )}
    </div>
  );
}
