import { useEffect } from 'preact/hooks';
import { FailureText } from '../shared/failure-text.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryActions } from './actions.ts';
import type { LibraryStore, Notice } from './store.ts';

/** How long a notice stays; one with a way back stays until the next. */
const SHOWN = 8_000;

interface NoticeBarProps {
  readonly store: LibraryStore;
  readonly actions: Pick<LibraryActions, 'undo'>;
}

/** What was just done, how far something long has come, and what can be taken back. */
export function NoticeBar({ store, actions }: NoticeBarProps) {
  const notice = store.notice.value;
  const progress = store.progress.value;
  const top = store.undo.top.value;
  /** What a later notice has pushed aside can still be taken back. */
  const waiting = top?.isOffered && notice?.step !== top ? top : undefined;

  useEffect(() => {
    if (!notice || notice.step || notice.failure || notice.details) return undefined;
    const timer = setTimeout(() => {
      store.notice.value = undefined;
    }, SHOWN);
    return () => clearTimeout(timer);
  }, [notice, store]);

  const undo = (): void => void actions.undo();
  return (
    <div class="notice-bar" role="status">
      {progress && <ProgressToast store={store} />}
      {waiting && !progress && (
        <Toast onClose={store.undo.hide} onUndo={undo}>
          {waiting.text}
        </Toast>
      )}
      {notice && !progress && (
        <Toast
          onClose={() => {
            if (notice.step && notice.step === top) store.undo.hide();
            store.notice.value = undefined;
          }}
          {...(notice.step && notice.step === top ? { onUndo: undo } : {})}
        >
          <NoticeText notice={notice} />
        </Toast>
      )}
    </div>
  );
}

interface ToastProps {
  readonly children: preact.ComponentChildren;
  readonly onUndo?: () => void;
  readonly onClose: () => void;
}

function Toast({ children, onUndo, onClose }: ToastProps) {
  const { t } = useTranslator();
  return (
    <p class="toast">
      <span>{children}</span>
      {onUndo && (
        <button type="button" class="link" aria-keyshortcuts="z" onClick={onUndo}>
          {t('undo')}
        </button>
      )}
      <button type="button" class="link quiet" onClick={onClose}>
        {t('close')}
      </button>
    </p>
  );
}

function NoticeText({ notice }: { readonly notice: Notice }) {
  return (
    <>
      {notice.text} {notice.failure && <FailureText failure={notice.failure} />}
      {notice.details && <Details lines={notice.details} />}
    </>
  );
}

function ProgressToast({ store }: { readonly store: LibraryStore }) {
  const { t } = useTranslator();
  const progress = store.progress.value;
  if (!progress) return null;
  return (
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
