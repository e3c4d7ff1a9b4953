import type { EditDraft } from '../model/edit-draft.ts';
import type { Library } from '../store/database.ts';

/** Keeps what was typed in the editor, in the place of what was typed before. */
export async function keepEditDraft(library: Library, draft: EditDraft): Promise<void> {
  await library.use((database) => database.put('drafts', draft));
}

export function dropEditDraft(library: Library, clipId: string): Promise<void> {
  return library.use((database) => database.delete('drafts', clipId));
}

/** What was typed and not saved for a clip; nothing where there is none. */
export function readEditDraft(library: Library, clipId: string): Promise<EditDraft | undefined> {
  return library.use((database) => database.get('drafts', clipId));
}
