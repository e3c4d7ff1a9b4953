import type { DeliveryDeps } from '../../src/delivery/deliver.ts';
import { createDrain } from '../../src/delivery/drain-once.ts';
import type { Target } from '../../src/delivery/target.ts';
import { retryDelivery } from '../../src/library/commands/outbox.ts';
import { saveClip } from '../../src/library/commands/save-clip.ts';
import type { ConflictChoice, Delivery } from '../../src/library/model/delivery.ts';
import { temporaryLibrary } from '../fakes/library.ts';
import { fakeLocks } from '../fakes/locks.ts';
import { saveRequest, story } from '../fakes/story.ts';

/** One browser with a library and an outbox of its own that delivers to a place. */
export interface OutboxClient {
  /** Saves a story of its own. The same id again is its next version. */
  save(id: string, path: string, text: string): Promise<void>;
  /** Answers a conflict, as a button of the library does. */
  choose(id: string, choice: ConflictChoice): Promise<void>;
  /** Drains, as after presses on Retry, until every row is done; stops after so many times. */
  deliver(times?: number): Promise<readonly Delivery[]>;
}

export function outboxClient(target: Target): OutboxClient {
  const library = temporaryLibrary();
  const deps: DeliveryDeps = {
    library,
    changes: { announce() {} },
    openTarget: async () => target,
    now: Date.now,
    random: Math.random,
  };
  const drain = createDrain(deps, fakeLocks());
  const rows = () => library.use((database) => database.getAll('deliveries'));
  const known = new Set<string>();
  return {
    async save(id, path, text) {
      const url = `https://news.example/${id}`;
      const post = { path, frontMatter: '', body: '', text, assets: [] };
      const as = known.has(id) ? ({ kind: 'same-story', id } as const) : ({ kind: 'new', id } as const);
      await saveClip(library, saveRequest(id, { article: story({ url, text }), post, as }));
      known.add(id);
    },
    async choose(id, choice) {
      const row = (await rows()).find(({ clipId }) => clipId === id);
      await retryDelivery(library, id, row?.targetId ?? '', Date.now(), choice);
    },
    async deliver(times = 6) {
      for (let turn = 0; turn < times; turn++) {
        await drain(true);
        if ((await rows()).every(({ state }) => state === 'done')) break;
      }
      return rows();
    },
  };
}
