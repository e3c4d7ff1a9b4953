import type { Highlight } from '../../core/model/highlight.ts';
import { ask } from './ask.ts';

/** How long the typing of a note has to pause before it is kept, in milliseconds. */
const PAUSE_MS = 300;

/** Brings changes to the disk, in their order. */
export interface Keeping {
  put(highlight: Highlight): void;
  remove(id: string): void;
  /** Sends what waits for a pause. */
  flush(): void;
  /** Sends once more what was not kept. */
  retry(): void;
  /** Why something is not kept; nothing where all is. */
  failure(): string | undefined;
  end(): void;
}

/** A change that is not on the disk yet; of each highlight only the last. */
type Change = { readonly put: Highlight } | { readonly remove: string };

/** @param onChange called when something was kept, or was not */
export function createKeeping(onChange: () => void): Keeping {
  const waiting = new Map<string, Change>();
  let failure: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();

  function flush(): void {
    clearTimeout(timer);
    sending = sending.then(send);
  }

  /**
   * Has the browser ask before the page is left with something that is not kept: a message that waits for the background to
   * wake is dropped with the page that has sent it. Listened to only meanwhile, as such pages load anew at “Back” in some browsers.
   */
  function guard(): void {
    if (waiting.size > 0) window.addEventListener('beforeunload', askToStay);
    else window.removeEventListener('beforeunload', askToStay);
  }

  function askToStay(event: Event): void {
    flush();
    event.preventDefault();
  }

  async function send(): Promise<void> {
    for (const [id, change] of [...waiting]) {
      const answer = await ('put' in change ? ask('putHighlight', change.put) : ask('removeHighlight', change.remove));
      failure = answer.isKept ? undefined : answer.why;
      // What was changed while it was sent is sent once more.
      if (answer.isKept && waiting.get(id) === change) waiting.delete(id);
      guard();
      onChange();
      if (!answer.isKept) return;
    }
    if (waiting.size > 0) await send();
  }

  return {
    put(highlight) {
      const isNew = waiting.get(highlight.id) === undefined;
      waiting.set(highlight.id, { put: highlight });
      guard();
      clearTimeout(timer);
      timer = setTimeout(flush, isNew ? 0 : PAUSE_MS);
    },
    remove(id) {
      waiting.set(id, { remove: id });
      guard();
      flush();
    },
    flush,
    retry: flush,
    failure: () => failure,
    end() {
      flush();
      sending = sending.then(async () => void (await ask('endHighlights')));
    },
  };
}
