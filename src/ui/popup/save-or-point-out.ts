import type { TextField } from './edit.ts';
import type { PopupStore } from './store.ts';

/** Saves; where a field keeps it from that, goes to the field. */
export async function saveOrPointOut(store: Pick<PopupStore, 'save'>, document: Document): Promise<void> {
  const faulty = await store.save();
  if (faulty) focusField(document, faulty);
}

export function focusField(document: Document, field: TextField): void {
  document.getElementById(`field-${field}`)?.focus();
}
