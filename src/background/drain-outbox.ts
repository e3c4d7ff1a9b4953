import { downloads, extensionId } from '../platform/downloads.ts';
import { lookAfterOutbox, wakeForOutbox } from '../platform/outbox-alarm.ts';
import { loadSettings } from '../settings/store.ts';
import { createDrain } from '../sync/drain-once.ts';
import { openTarget } from '../sync/open-target.ts';
import type { Target } from '../sync/target.ts';
import { downloadAddressOf } from '../sync/targets/download-address.ts';
import { companion } from './companion.ts';
import { changes, library } from './library.ts';

const drain = createDrain(
  { library, changes, openTarget: openTargetAsSet, now: Date.now, random: Math.random },
  navigator.locks,
);

/**
 * Brings every waiting clip to its target, as far as that goes now, and has itself woken for the rest.
 *
 * @param urgent also tries what failed a moment ago: the user pressed something, or the network is back.
 */
export async function drainOutbox(urgent: boolean): Promise<void> {
  lookAfterOutbox(Date.now());
  const { wakeAt } = await drain(urgent);
  wakeForOutbox(wakeAt);
}

async function openTargetAsSet(id: string): Promise<Target | undefined> {
  const { folder } = await loadSettings();
  const room = { downloads, addressOf: downloadAddressOf, extensionId, folder };
  return openTarget({ library, downloads: room, companion }, id);
}
