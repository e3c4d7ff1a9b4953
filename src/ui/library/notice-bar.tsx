import { useEffect } from 'preact/hooks';
import { FailureText } from '../shared/failure-text.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryStore } from './store.ts';

/** How long a notice stays; one with a way back stays until the next. */
const SHOWN = 8_000;

/** What was just done, and how far something long has come. */
export function NoticeBar({ store }: { readonly store: LibraryStore }) {
  const { t } = useTranslator();
  const notice = store.notice.value;
  const progress = store.progress.value;

  useEffect(() => {
    if (!notice || notice.undo || notice.failure || notice.details) return undefined;
    const timer = setTimeout(() => {
      store.notice.value = undefined;
    }, SHOWN);
    return () => clearTimeout(timer);
  }, [notice, store]);

  return (
    <div class="notice-bar" role="status">
      {progress && (
        <p class="toast">
          <span>{progress.text}</span>
          {progress.total > 0 && <progress max={progress.total} value={progress.done} />}
          {progress.done > 0 && (
            <span class="figures">
              {progress.total > 0 ? `${progress.done} / ${progress.total}` : String(progress.done)}
            </span>
          )}
          {progress.cancel && (
            <button type="button" class="link" onClick={progress.cancel}>
              {t('cancel')}
            </button>
          )}
        </p>
      )}
      {notice && !progress && (
        <p class="toast">
          <span>
            {notice.text} {notice.failure && <FailureText failure={notice.failure} />}
            {notice.details && <Details lines={notice.details} />}
          </span>
          {notice.undo && (
            <button type="button" class="link" aria-keyshortcuts="z" onClick={notice.undo}>
              {t('undo')}
            </button>
          )}
          <button
            type="button"
            class="link quiet"
            onClick={() => {
              store.notice.value = undefined;
            }}
          >
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}

function Details({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslator();
  return (
    <details>
      <summary>{t('details')}</summary>
      <ul>
        {lines.map((line, n) => (
          <li key={n}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
