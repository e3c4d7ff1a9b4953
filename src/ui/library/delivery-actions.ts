import { retryDelivery } from '../../library/commands/outbox.ts';
import type { ConflictChoice } from '../../library/model/delivery.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import type { Attempts } from './attempts.ts';
import type { LibraryStore } from './store.ts';

/** Lets what waits or failed be delivered once more. */
export function deliveryActions(store: LibraryStore, { attempt }: Attempts) {
  const { library, now, requestSites, drain } = store.ports;

  function retry(clipId: string, targetId: string, choice?: ConflictChoice): Promise<void> {
    return attempt([clipId], async () => {
      await retryDelivery(library, clipId, targetId, now(), choice);
      await drain();
    });
  }

  /** Asks for the grant first: the user gesture that allows it expires soon. */
  async function allow(folder: TargetRecord): Promise<void> {
    const grant = await store.ports.folders.requestGrant(folder);
    if (grant === 'granted') await attempt([], drain);
  }

  /** Asks for the pictures' sites, first of all, and writes the post once more with the pictures that can be had then. */
  async function fetchPictures(clipId: string, targetId: string, urls: readonly string[] = []): Promise<void> {
    if (await requestSites(urls)) await retry(clipId, targetId);
  }

  return { retry, fetchPictures, allow };
}
