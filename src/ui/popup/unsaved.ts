import { PENDING_SAVE } from '../../app/write-down-save.ts';
import { documentAddress } from '../../core/text/same-document.ts';
import { readForSession, readStored, writeForSession } from '../../platform/storage.ts';
import type { PopupPorts } from './ports.ts';
import type { Edits } from './typed.ts';

/** What was typed over a page and not saved. */
interface Unsaved extends Pick<PopupPorts, 'recall' | 'remember'> {
  /** A press on Save holds all that is remembered, and is written down: once it is carried out, nothing is left to recall. */
  press(saveId: string): void;
}

/** As it is stored. */
interface Remembered extends Edits {
  /** The press on Save that holds it. */
  readonly pressed?: string;
}

/**
 * What was typed over a page and not saved, kept until the browser is closed. Each keystroke is kept at once: a popup
 * is given no time when it closes.
 */
export function openUnsaved(pageUrl: string): Unsaved {
  const key = `unsaved ${documentAddress(pageUrl)}`;
  let last: Edits | undefined;

  function write(value: Remembered | undefined): void {
    writeForSession(key, value).catch((error: unknown) => {
      console.warn('What was typed cannot be kept for the next time that the popup opens.', error);
    });
  }

  return {
    async recall() {
      try {
        // Only this file writes under the key, and an update of the extension empties this storage.
        const { pressed, ...typed } = ((await readForSession(key)) ?? {}) as Remembered;
        const isSaved = pressed !== undefined && (await readStored(PENDING_SAVE + pressed)) === undefined;
        return isSaved || Object.keys(typed).length === 0 ? undefined : typed;
      } catch (error) {
        console.warn('What was typed before cannot be read.', error);
        return undefined;
      }
    },
    remember(typed) {
      last = typed;
      write(typed);
    },
    press(saveId) {
      if (last) write({ ...last, pressed: saveId });
    },
  };
}
