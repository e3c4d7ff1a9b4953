import { toFailure } from '../../core/model/failure.ts';
import { createInTurn } from '../../core/model/in-turn.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { LibraryStore } from './store.ts';

/** How every action of the page is done: what fails is said, what is done can be taken back. */
export type Attempts = ReturnType<typeof createAttempts>;

/** So many clips are deleted or brought back in about a second. */
const PART = 500;

export function createAttempts(store: LibraryStore, { t }: Translator) {
  /** Does something, says what came of it, and tells the other pages which clips to look at again. */
  async function attempt(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await tell(ids);
    } catch (error) {
      store.notice.value = { text: t('notDone'), failure: toFailure(error) };
    }
  }

  /** Changes, one after another: each, and each way back, means what those before it leave. */
  const inTurn = createInTurn();
  const attemptInTurn = (ids: readonly string[], work: () => Promise<void>): Promise<void> =>
    inTurn(() => attempt(ids, work));

  async function tell(ids: readonly string[]): Promise<void> {
    await store.refresh(ids);
    store.ports.changes.announce({ kind: 'clips', ids });
  }

  /** Says what was done, with the way to take it back. */
  function done(text: string, run: () => Promise<void>, isOffered = true): void {
    const step = { text, run, isOffered };
    store.undo.push(step);
    store.notice.value = { text, ...(isOffered ? { step } : {}) };
  }

  /**
   * Does something to many clips, a part of them at a time, so that the page shows how far it is and can be stopped.
   *
   * @param work returns which of a part it has changed.
   * @param finish gets what was changed of all parts; also where one of them fails, so that the others can be taken back.
   * @throws what `work` does.
   */
  async function inParts(
    ids: readonly string[],
    { text, size = PART }: { readonly text: string; readonly size?: number },
    work: (part: readonly string[]) => Promise<readonly string[]>,
    finish: (changed: readonly string[]) => Promise<void> | void,
  ): Promise<void> {
    const changed: string[] = [];
    const stop = new AbortController();
    let failed: { readonly error: unknown } | undefined;
    try {
      for (let at = 0; at < ids.length && !stop.signal.aborted; at += size) {
        if (ids.length > size) {
          store.progress.value = { text, done: at, total: ids.length, cancel: () => stop.abort() };
        }
        changed.push(...(await work(ids.slice(at, at + size))));
      }
    } catch (error) {
      failed = { error };
    }
    store.progress.value = undefined;
    if (!failed || changed.length > 0) await finish(changed);
    if (failed) throw failed.error;
  }

  /** Has the background deliver what was changed. Nothing waits for it: thousands of files take minutes. */
  function deliver(): void {
    store.ports.drain().catch((error: unknown) => {
      console.warn('The background did not answer; what was changed is delivered when it wakes.', error);
    });
  }

  return { attempt, inTurn, attemptInTurn, tell, done, inParts, deliver };
}
