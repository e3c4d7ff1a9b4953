import { type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../../core/model/draft.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import type { Highlight } from '../../core/model/highlight.ts';
import { createInTurn } from '../../core/model/in-turn.ts';
import type { Post } from '../../core/post/to-post.ts';
import { changeHighlights } from '../../library/commands/change-highlights.ts';
import type { NamedStory } from '../../library/queries/pending-highlights.ts';
import { readHighlights } from '../../library/queries/read-highlights.ts';
import type { Changes } from '../../library/store/changes.ts';
import type { Library } from '../../library/store/database.ts';

/** What came of the last change, and the press that tries it anew or takes it back. */
export type MarksNotice =
  | { readonly kind: 'kept' }
  | { readonly kind: 'removed'; readonly undo: () => Promise<unknown> }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => Promise<unknown> };

export interface StoryMarksPorts {
  readonly library: Library;
  readonly changes: Pick<Changes, 'announce' | 'listen'>;
  readonly writePost: (draft: Draft, presetId: string) => Promise<Post>;
  /** Delivers the posts that are different now. */
  readonly drain: () => Promise<unknown>;
  readonly now: () => number;
}

/** What is marked in a story that is read before it is saved. */
export interface StoryMarks {
  /** Absent until they are read. */
  readonly highlights: ReadonlySignal<readonly Highlight[] | undefined>;
  readonly notice: ReadonlySignal<MarksNotice | undefined>;
  /** Reads them again: the page's own highlighter may have changed them. */
  load(): Promise<unknown>;
  /** @returns whether it is kept. */
  put(highlight: Highlight): Promise<boolean>;
  remove(highlight: Highlight): Promise<unknown>;
}

/** Keeps what is marked in a story with its clip; where it is not clipped yet, until it is. Failures are in `notice`. */
export function storyMarks(story: NamedStory, ports: StoryMarksPorts): StoryMarks {
  const { library, changes, writePost } = ports;
  const highlights = signal<readonly Highlight[] | undefined>(undefined);
  const notice = signal<MarksNotice | undefined>(undefined);

  const inTurn = createInTurn();

  /**
   * Makes one change after the other: the note that a press on “Remove” leaves is kept before its highlight is removed.
   *
   * @returns whether it was made.
   */
  function attempt(work: () => Promise<void>): Promise<boolean> {
    return inTurn(async () => {
      try {
        await work();
        return true;
      } catch (error) {
        notice.value = { kind: 'failed', failure: toFailure(error), retry: () => attempt(work) };
        return false;
      }
    });
  }

  async function read(): Promise<void> {
    highlights.value = (await readHighlights(library, story)).highlights;
  }

  async function change(changed: { put?: readonly Highlight[]; remove?: readonly string[] }): Promise<void> {
    const after = await changeHighlights(library, { of: story, ...changed, writePost, now: ports.now() });
    await read();
    if (after?.clipId === undefined) return;
    changes.announce({ kind: 'clips', ids: [after.clipId] });
    await ports.drain();
  }

  function put(highlight: Highlight): Promise<boolean> {
    return attempt(async () => {
      await change({ put: [highlight] });
      notice.value = { kind: 'kept' };
    });
  }

  return {
    highlights,
    notice,
    load: () => attempt(read),
    put,
    remove(highlight) {
      return attempt(async () => {
        const removed = highlights.value?.find(({ id }) => id === highlight.id) ?? highlight;
        await change({ remove: [highlight.id] });
        notice.value = { kind: 'removed', undo: () => put(removed) };
      });
    },
  };
}
