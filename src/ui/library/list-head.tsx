import { HIGHLIGHT_FORMATS } from '../../library/backup/export-highlights.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';
import { TrashHead } from './trash-bar.tsx';
import { SORTS, type View } from './view.ts';

/** The search, what it found, in which order. */
export function ListHead(props: LibraryProps) {
  const { store } = props;
  const { t, count, number } = useTranslator();
  const view = store.view.value;
  const { clips, milliseconds } = store.result.value;
  const isSearching = store.terms.value.length > 0;
  return (
    <header class="list-head">
      <search class="search">
        <Icon name="search" />
        <input
          id="search"
          type="search"
          value={view.q}
          placeholder={t('searchPlaceholder')}
          aria-label={t('search')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => store.go({ q: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            document.getElementById('clips')?.focus();
            if (store.at.value < 0) void store.move(1);
          }}
        />
      </search>
      <div class="list-facts">
        <p aria-live="polite">
          {store.phase.value === 'ready' && count('clipsFound', clips.length)}
          {isSearching && ` · ${t('seconds', number(Math.max(0.01, Math.round(milliseconds / 10) / 100)))}`}
          {isSearching && !store.isSearchable.value && ` · ${t('stillReading')}`}
        </p>
        <button
          type="button"
          class="link quiet"
          aria-keyshortcuts="?"
          onClick={() => document.querySelector<HTMLDialogElement>('#keys')?.showModal()}
        >
          {t('keyboardKeys')}
        </button>
        <label class="sort">
          <span class="aside-for-readers">{t('sort')}</span>
          <select value={view.sort} onChange={(event) => store.go({ sort: sortOf(event.currentTarget.value) })}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort_${sort}`)}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </label>
      </div>
      {view.filter === 'highlights' && (
        <p class="list-exports">
          {t('exportHighlights')}
          {HIGHLIGHT_FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="link"
              onClick={() => props.transfer.exportHighlights(store.ids.value, format)}
            >
              {t(`highlightFormat_${format}`)}
            </button>
          ))}
        </p>
      )}
      {view.filter === 'trash' && <TrashHead {...props} />}
    </header>
  );
}

function sortOf(value: string): View['sort'] {
  return SORTS.find((sort) => sort === value) ?? 'story';
}
