import { type ReadonlySignal, signal } from '@preact/signals';
import { toFailure } from '../../core/model/failure.ts';
import { dropEditDraft, keepEditDraft, readEditDraft } from '../../library/commands/edit-drafts.ts';
import type { EditDraft } from '../../library/model/edit-draft.ts';
import type { Library } from '../../library/store/database.ts';

/** What is typed in the editor and not saved: kept on the disk as it is typed, so that no key or crash drops it. */
export interface EditDrafts {
  /** Of the clip that is read; nothing where all is saved. */
  readonly current: ReadonlySignal<EditDraft | undefined>;
  /** Turns to another clip. */
  read(clipId: string): Promise<void>;
  keep(draft: EditDraft): void;
  drop(clipId: string): Promise<void>;
}

export function createEditDrafts(library: Library): EditDrafts {
  const current = signal<EditDraft | undefined>(undefined);
  /** Writes one after another, so that the last one typed is the last one kept. */
  let writing: Promise<void> = Promise.resolve();
  const write = (work: () => Promise<void>): Promise<void> => {
    writing = writing.then(work).catch((error: unknown) => {
      // It is in the page still, and what comes next is written again.
      console.warn('What was typed could not be kept on the disk.', toFailure(error));
    });
    return writing;
  };
  return {
    current,
    async read(clipId) {
      if (current.value?.clipId === clipId) return;
      current.value = undefined;
      const found = clipId === '' ? undefined : await readEditDraft(library, clipId);
      if (found) current.value = found;
    },
    keep(draft) {
      current.value = draft;
      void write(async () => {
        // Of what was typed meanwhile only the last is written.
        if (current.value === draft) await keepEditDraft(library, draft);
      });
    },
    async drop(clipId) {
      if (current.value?.clipId === clipId) current.value = undefined;
      await write(() => dropEditDraft(library, clipId));
    },
  };
}
