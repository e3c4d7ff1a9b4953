import type { LibraryActions } from './actions.ts';
import type { LibraryStore } from './store.ts';
import type { LibraryTransfer } from './transfer.ts';

/** What every view of the page is given: what there is, and what can be done. */
export interface LibraryProps {
  readonly store: LibraryStore;
  readonly actions: LibraryActions;
  readonly transfer: LibraryTransfer;
}
