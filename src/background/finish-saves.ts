import { type FailedSave, keepFailedSaves, readFailedSaves } from '../app/failed-saves.ts';
import { keepPendingSave } from '../app/keep-pending-save.ts';
import { readPendingSaves } from '../app/pending-save.ts';
import { forgetSave, type PendingSave } from '../app/write-down-save.ts';
import { toFailure } from '../core/model/failure.ts';
import { createInTurn } from '../core/model/in-turn.ts';
import { loadPinyin } from '../platform/load-pinyin.ts';
import { changes, deliver, library } from './library.ts';
import { showFailedSaves } from './show-progress.ts';

const inTurn = createInTurn();

/**
 * Saves and delivers what the popup has written down, one press after another: of two that change one story, the later one
 * counts. The popup saves it itself too, which makes one save: closed in the moment of the press, it leaves all of the work
 * to the background. What cannot be saved now stays for the next time; the button and the next popup say so.
 */
export async function finishSaves(): Promise<void> {
  if ((await inTurn(keepAll)) > 0) await deliver(true);
}

/** @returns how many presses were written down. */
async function keepAll(): Promise<number> {
  const saves = (await readPendingSaves()).sort((one, other) => one.now - other.now);
  const failed: FailedSave[] = [];
  for (const save of saves) {
    try {
      await keepPendingSave({ library, changes, loadPinyin }, save);
      await forgetSave(save.saveId);
    } catch (error) {
      console.warn('A save of a closed popup waits.', error);
      failed.push({ saveId: save.saveId, title: titleOf(save), failure: toFailure(error) });
    }
  }
  await sayFailed(failed);
  return saves.length;
}

/** Says no more of saves that are not written down any more: an open popup has told what became of its own. */
export async function reviewFailedSaves(): Promise<void> {
  await sayFailed(await readFailedSaves());
}

async function sayFailed(failed: readonly FailedSave[]): Promise<void> {
  const before = await readFailedSaves();
  if (before.length === 0 && failed.length === 0) return;
  const pending = new Set((await readPendingSaves()).map(({ saveId }) => saveId));
  const left = failed.filter(({ saveId }) => pending.has(saveId));
  await keepFailedSaves(left);
  await showFailedSaves(left);
}

function titleOf({ article, draft }: PendingSave): string {
  return draft?.title ?? article.title.value;
}
