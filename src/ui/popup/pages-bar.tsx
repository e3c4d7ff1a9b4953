import './pages-bar.css';
import { pageRanges } from '../../core/pages/page-ranges.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { Editing, PopupState } from './model.ts';
import type { PopupStore } from './store.ts';

interface PagesBarProps {
  readonly store: PopupStore;
  readonly state: Extract<PopupState, { readonly phase: 'reading' | 'editing' }>;
}

/** The further pages of the story: how far they are read, whether they are wanted, and which are missing. */
export function PagesBar({ store, state }: PagesBarProps) {
  return state.phase === 'editing' ? (
    <PagesChoice store={store} state={state} />
  ) : (
    <PagesProgress store={store} state={state} />
  );
}

function PagesProgress({ store, state }: PagesBarProps) {
  const { t, number } = useTranslator();
  if (state.phase !== 'reading' || !state.pages) return null;
  const { read, total } = state.pages;
  const line = t('pagesReading', number(read + 1), number(total));
  return (
    <div class="pages-bar">
      <label class="pages-line">
        <span role="status">{line}</span>
        <progress value={read} max={total} />
      </label>
      <button type="button" class="button" onClick={store.stopPages}>
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
