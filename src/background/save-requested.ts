import { type SaveRequest, saveClip } from '../library/save-clip.ts';
import { drainOutbox } from './drain-outbox.ts';
import { changes, library } from './library.ts';

/** Saves what the popup is saving too: closed in the moment of the press, it leaves the work to us. Then delivers. */
export async function saveRequested(request: SaveRequest): Promise<void> {
  const clip = await saveClip(library, request);
  changes.announce({ kind: 'clips', ids: [clip.id] });
  await drainOutbox(true);
}
