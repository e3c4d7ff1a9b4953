import { ClipError } from '../core/model/failure.ts';
import type { Picture } from '../core/model/picture.ts';
import { fetchPicture } from '../core/post/fetch-picture.ts';
import { createDrain } from '../delivery/drain-once.ts';
import type { Target } from '../delivery/target.ts';
import { downloadAddressOf } from '../delivery/targets/downloads/download-address.ts';
import { openTarget } from '../delivery/targets/target-kinds.ts';
import { requeueLinkedPictures } from '../library/commands/outbox.ts';
import { getTarget } from '../library/queries/targets.ts';
import type { Changes } from '../library/store/changes.ts';
import type { Library } from '../library/store/database.ts';
import { downloads, extensionId } from '../platform/downloads.ts';
import { lookAfterOutbox, wakeForOutbox } from '../platform/outbox-alarm.ts';
import { hasSite } from '../platform/permissions.ts';
import { loadSettings } from '../settings/store.ts';
import { companion } from './companion.ts';
import { network } from './network.ts';
import { targetGrant } from './target-grant.ts';

export interface Delivering {
  /**
   * Brings every waiting clip to its target, as far as that goes now, and has the background woken for the rest.
   *
   * @param urgent also tries what failed a moment ago: the user pressed something, or the network is back.
   */
  deliver(urgent: boolean): Promise<void>;
  /** Writes posts once more with the pictures that Save has just been allowed to fetch. */
  deliverLinkedPictures(): Promise<void>;
}

/** Delivery with the browser's own means, for the background: it alone drains the outbox. */
export function createDelivering(library: Library, changes: Pick<Changes, 'announce'>): Delivering {
  const drain = createDrain(
    {
      library,
      changes,
      openTarget: (id) => openTargetAsSet(library, id),
      fetchPicture: fetchAllowedPicture,
      now: Date.now,
      random: Math.random,
    },
    navigator.locks,
  );

  async function deliver(urgent: boolean): Promise<void> {
    lookAfterOutbox(Date.now());
    const { wakeAt } = await drain(urgent);
    wakeForOutbox(wakeAt);
  }

  return {
    deliver,
    async deliverLinkedPictures() {
      await requeueLinkedPictures(library, Date.now());
      await deliver(true);
    },
  };
}

async function openTargetAsSet(library: Library, id: string): Promise<Target | undefined> {
  const record = await getTarget(library, id);
  if (record?.access.by === 'origins' && (await targetGrant(record.access)) !== 'granted') {
    throw new ClipError('folder-permission', record.name);
  }
  const { folder } = await loadSettings();
  const room = { downloads, addressOf: downloadAddressOf, extensionId, folder };
  return openTarget(library, { downloads: room, companion, network }, id);
}

/** A picture from a site that the user has allowed; the background never asks. */
async function fetchAllowedPicture(url: string, signal: AbortSignal): Promise<Picture | undefined> {
  if (!(await hasSite(url))) return undefined;
  try {
    return await fetchPicture(url, { fetch: (...request) => fetch(...request), signal });
  } catch (error) {
    console.warn(`${url} stays a link:`, error);
    return undefined;
  }
}
