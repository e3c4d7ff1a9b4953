import { toFailure } from '../../core/model/failure.ts';
import type { Translator } from '../../i18n/translator.ts';
import { createAttempts } from './attempts.ts';
import { deliveryActions } from './delivery-actions.ts';
import { editActions } from './edit-actions.ts';
import { highlightActions } from './highlight-actions.ts';
import type { LibraryStore } from './store.ts';
import { trashActions } from './trash-actions.ts';

/** What the page does to the library. Every one ends in a notice where it fails, never in silence. */
export type LibraryActions = ReturnType<typeof createActions>;

export function createActions(store: LibraryStore, translator: Translator) {
  const attempts = createAttempts(store, translator);
  const highlights = highlightActions(store, attempts, translator);
  const { t } = translator;

  async function undoLast(): Promise<void> {
    try {
      // A mark or note that is still being kept is what was done last.
      await highlights.marksSettled();
      const step = await store.undo.undo();
      if (step) store.notice.value = { text: t('undone', step.text) };
    } catch (error) {
      store.notice.value = { text: t('notDone'), failure: toFailure(error) };
    }
  }

  return {
    ...trashActions(store, attempts, translator),
    ...editActions(store, attempts, translator),
    ...deliveryActions(store, attempts),
    ...highlights,
    undo: () => attempts.inTurn(undoLast),
  };
}
