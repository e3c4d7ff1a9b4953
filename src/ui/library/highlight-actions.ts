import type { Highlight } from '../../core/model/highlight.ts';
import { createInTurn } from '../../core/model/in-turn.ts';
import type { Translator } from '../../i18n/translator.ts';
import { changeHighlights } from '../../library/commands/change-highlights.ts';
import { readClipHighlights } from '../../library/queries/read-highlights.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryStore } from './store.ts';

/** What the page does to the highlights of a clip. Every step can be taken back. */
export function highlightActions(store: LibraryStore, { attempt, tell, done }: Attempts, { t }: Translator) {
  const { library, now, writePost, drain } = store.ports;

  async function change(
    clipId: string,
    changed: { put?: readonly Highlight[]; remove?: readonly string[] },
  ): Promise<void> {
    await changeHighlights(library, { of: { clipId }, ...changed, writePost, now: now() });
    await drain();
  }

  /** The note that a press on “Remove” leaves is kept before its highlight is removed. */
  const inTurn = createInTurn();

  /** @returns whether it was done. */
  function attemptInTurn(clipId: string, work: () => Promise<void>): Promise<boolean> {
    return inTurn(async () => {
      let isDone = false;
      await attempt([clipId], async () => {
        await work();
        isDone = true;
      });
      return isDone;
    });
  }

  /** What takes a change back. */
  function undoBy(clipId: string, changed: Parameters<typeof change>[1]): () => Promise<void> {
    return () => inTurn(() => change(clipId, changed).then(() => tell([clipId])));
  }

  async function kept(clipId: string, { id }: Highlight): Promise<Highlight | undefined> {
    return (await readClipHighlights(library, clipId)).find((each) => each.id === id);
  }

  return {
    mark(clipId: string, highlight: Highlight): Promise<boolean> {
      return attemptInTurn(clipId, async () => {
        const before = await kept(clipId, highlight);
        await change(clipId, { put: [highlight] });
        done(t('highlightSaved'), undoBy(clipId, before ? { put: [before] } : { remove: [highlight.id] }), false);
      });
    },
    unmark(clipId: string, highlight: Highlight): Promise<boolean> {
      return attemptInTurn(clipId, async () => {
        const removed = (await kept(clipId, highlight)) ?? highlight;
        await change(clipId, { remove: [highlight.id] });
        done(t('highlightRemoved'), undoBy(clipId, { put: [removed] }));
      });
    },
    /** Resolves when what was pressed so far is done, and can be taken back. */
    marksSettled: () => inTurn(async () => {}),
  };
}
