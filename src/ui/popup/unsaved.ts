import { readForSession, writeForSession } from '../../platform/storage.ts';
import type { PopupPorts } from './ports.ts';
import type { Edits } from './typed.ts';

/**
 * What was typed over a page and not saved, kept until the browser is closed. Each keystroke is kept at once: a popup
 * is given no time when it closes.
 */
export function openUnsaved(pageUrl: string): Pick<PopupPorts, 'recall' | 'remember'> {
  const key = `unsaved ${pageUrl.replace(/#.*/s, '')}`;
  return {
    async recall() {
      try {
        // Only this file writes under the key, and an update of the extension empties this storage.
        return (await readForSession(key)) as Edits | undefined;
      } catch (error) {
        console.warn('What was typed before cannot be read.', error);
        return undefined;
      }
    },
    remember(typed) {
      writeForSession(key, typed).catch((error: unknown) => {
        console.warn('What was typed cannot be kept for the next time that the popup opens.', error);
      });
    },
  };
}
