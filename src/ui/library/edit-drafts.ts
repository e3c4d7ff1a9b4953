import { type ReadonlySignal, signal } from '@preact/signals';
import { ClipError, toFailure } from '../../core/model/failure.ts';
import { createInTurn } from '../../core/model/in-turn.ts';
import { dropEditDraft, keepEditDraft, readEditDraft } from '../../library/commands/edit-drafts.ts';
import type { EditDraft } from '../../library/model/edit-draft.ts';
import type { LibraryPorts } from './ports.ts';

/**
 * What is typed in the editor and not saved: kept on the disk as it is typed, so that no key or crash drops it. A clip
 * has one draft, so one window at a time edits the clip.
 */
export interface EditDrafts {
  /** Of the clip that is read; nothing where all is saved. */
  readonly current: ReadonlySignal<EditDraft | undefined>;
  /** Turns to a clip. What another window typed since is read; what is typed in this one stays. */
  read(clipId: string): Promise<void>;
  /**
   * Keeps other windows from editing the clip, and reads what they typed before.
   *
   * @throws {ClipError} `edited-elsewhere` where another window has the clip in its editor.
   */
  claim(clipId: string): Promise<void>;
  /** Lets other windows edit the clip, once what was typed here is written. */
  release(): Promise<void>;
  keep(draft: EditDraft): void;
  drop(clipId: string): Promise<void>;
}

export function createEditDrafts({
  library,
  claimEditing,
}: Pick<LibraryPorts, 'library' | 'claimEditing'>): EditDrafts {
  const current = signal<EditDraft | undefined>(undefined);
  const { write, written } = createWriting();
  let held: { readonly clipId: string; readonly release: () => Promise<void> } | undefined;
  /** Claims and releases run one after another, so that this window never waits for a lock of its own. */
  const inTurn = createInTurn();

  async function read(clipId: string): Promise<void> {
    if (current.value?.clipId !== clipId) current.value = undefined;
    if (held?.clipId !== clipId) await take(clipId);
  }

  /** Takes the draft from the disk. */
  async function take(clipId: string): Promise<void> {
    const isWritten = await written();
    // A draft that the disk did not take is in this page only.
    if (!isWritten && current.value?.clipId === clipId) return;
    current.value = clipId === '' ? undefined : await readEditDraft(library, clipId);
  }

  async function letGo(): Promise<void> {
    const before = held;
    held = undefined;
    await written();
    await before?.release();
  }

  return {
    current,
    read,
    claim: (clipId) =>
      inTurn(async () => {
        if (held?.clipId === clipId) return;
        await letGo();
        const release = await claimEditing(clipId);
        if (!release) throw new ClipError('edited-elsewhere', clipId);
        held = { clipId, release };
        await take(clipId);
      }),
    release: () => inTurn(letGo),
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

/** Writes one after another, so that the last one typed is the last one kept. */
function createWriting() {
  let isWritten = true;
  let writing: Promise<void> = Promise.resolve();
  return {
    write(work: () => Promise<void>): Promise<void> {
      writing = writing.then(work).then(
        () => {
          isWritten = true;
        },
        (error: unknown) => {
          // It is in the page still, and what comes next is written again.
          isWritten = false;
          console.warn('What was typed could not be kept on the disk.', toFailure(error));
        },
      );
      return writing;
    },
    /** Waits for all writes. @returns whether the last one succeeded. */
    async written(): Promise<boolean> {
      await writing;
      return isWritten;
    },
  };
}
