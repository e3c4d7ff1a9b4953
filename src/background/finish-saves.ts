import { keepPendingSave } from '../app/keep-pending-save.ts';
import { readPendingSaves } from '../app/pending-save.ts';
import { forgetSave } from '../app/write-down-save.ts';
import { loadPinyin } from '../platform/load-pinyin.ts';
import { changes, deliver, library } from './library.ts';

/**
 * Saves and delivers what the popup has written down. The popup saves it itself too, which makes one save: closed in the
 * moment of the press, it leaves all of the work to the background. What cannot be saved now stays for the next time.
 */
export async function finishSaves(): Promise<void> {
  const saves = await readPendingSaves();
  for (const save of saves) {
    try {
      await keepPendingSave({ library, changes, loadPinyin }, save);
      await forgetSave(save.saveId);
    } catch (error) {
      console.warn('A save of a closed popup waits.', error);
    }
  }
  if (saves.length > 0) await deliver(true);
}
