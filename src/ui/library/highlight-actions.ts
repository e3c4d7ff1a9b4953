import type { Highlight } from '../../core/model/highlight.ts';
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

  return {
    mark(clipId: string, highlight: Highlight): Promise<void> {
      return attempt([clipId], async () => {
        const before = (await readClipHighlights(library, clipId)).find(({ id }) => id === highlight.id);
        await change(clipId, { put: [highlight] });
        const back = before ? { put: [before] } : { remove: [highlight.id] };
        const undo = () => change(clipId, back).then(() => tell([clipId]));
        done(t('highlightSaved'), undo, false);
      });
    },
    unmark(clipId: string, highlight: Highlight): Promise<void> {
      return attempt([clipId], async () => {
        await change(clipId, { remove: [highlight.id] });
        done(t('highlightRemoved'), () => change(clipId, { put: [highlight] }).then(() => tell([clipId])));
      });
    },
  };
}
