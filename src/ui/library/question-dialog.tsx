import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryStore } from './store.ts';

/** Asks before something that cannot be taken back. Escape says no. */
export function QuestionDialog({ store }: { readonly store: LibraryStore }) {
  const { t } = useTranslator();
  const dialog = useRef<HTMLDialogElement>(null);
  const question = store.question.value;
  useLayoutEffect(() => {
    if (!question) return;
    dialog.current?.showModal();
    // Enter alone does nothing that cannot be taken back.
    document.getElementById('question-cancel')?.focus();
  }, [question]);
  if (!question) return null;
  return (
    <dialog ref={dialog} class="question" aria-labelledby="question-text" onClose={() => question.answer(false)}>
      <p id="question-text">{question.text}</p>
      {question.details && (
        <ul>
          {question.details.map((line, n) => (
            <li key={n}>{line}</li>
          ))}
        </ul>
      )}
      <p class="question-buttons">
        <button type="button" class="button primary" onClick={() => question.answer(true)}>
          {question.confirm}
        </button>
        <button id="question-cancel" type="button" class="button" onClick={() => question.answer(false)}>
          {t('cancel')}
        </button>
      </p>
    </dialog>
  );
}
