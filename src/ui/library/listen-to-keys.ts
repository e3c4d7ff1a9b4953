import type { LibraryActions } from './actions.ts';
import { shortcutFor, takesText, type Wish } from './keyboard.ts';
import type { LibraryStore } from './store.ts';

/** Carries out what keys ask for, wherever the focus is. */
export function listenToKeys(store: LibraryStore, actions: LibraryActions): void {
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return;
    const wish = shortcutFor(event, takesText(document.activeElement));
    if (!wish) return;
    event.preventDefault();
    // A key that is held down would go on deleting after it is let go.
    if (event.repeat && wish === 'delete') return;
    void runShortcut(wish, store, actions);
  });
}

async function runShortcut(wish: Wish, store: LibraryStore, actions: LibraryActions): Promise<void> {
  const { clip } = store.view.value;
  switch (wish) {
    case 'search':
      document.querySelector<HTMLInputElement>('#search')?.focus();
      document.querySelector<HTMLInputElement>('#search')?.select();
      return;
    case 'next':
      return store.move(1);
    case 'previous':
      return store.move(-1);
    case 'select':
      if (clip !== '') store.select(clip);
      return;
    case 'edit': {
      const whole = await store.opened();
      if (!whole?.content || whole.deletedAt !== undefined) return;
      await store.go({ mode: 'list' });
      return actions.openEditor();
    }
    case 'read':
      if ((await store.opened()) && !store.isEditing.value) return store.go({ mode: 'read' });
      return;
    case 'open': {
      const whole = await store.opened();
      if (whole) window.open(whole.clip.url, '_blank', 'noopener');
      return;
    }
    case 'delete':
      return actions.removeChosen();
    case 'undo':
      return actions.undo();
    case 'keys':
      document.querySelector<HTMLDialogElement>('#keys')?.showModal();
      return;
    case 'leave':
      return leave(store);
  }
}

/** One step out: of a note in the reader view, of that view, of editing, of a selection, of the search, of the story. */
function leave(store: LibraryStore): Promise<void> | undefined {
  const focused = document.activeElement;
  if (store.view.value.mode === 'read' && takesText(focused) && focused instanceof HTMLElement) focused.blur();
  else if (store.view.value.mode === 'read') return store.go({ mode: 'list' });
  if (store.isEditing.value) store.isEditing.value = false;
  else if (takesText(focused) && focused instanceof HTMLElement) document.querySelector<HTMLElement>('#clips')?.focus();
  else if (store.selected.value.size > 0) store.selectNone();
  else if (store.view.value.q !== '') return store.go({ q: '' });
  else return store.go({ clip: '' });
  return undefined;
}
