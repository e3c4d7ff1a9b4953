import { type SaveRequest, saveClip } from '../library/commands/save-clip.ts';
import type { Clip } from '../library/model/clip.ts';
import { drainOutbox } from './drain-outbox.ts';
import { changes, library } from './library.ts';

/**
 * Keeps a clip in the library, tells the pages that show it, and brings it to its target. The popup asks for what it is
 * saving itself too: closed in the moment of the press, it leaves the work to us.
 */
export async function saveAndDeliver(request: SaveRequest): Promise<Clip> {
  const clip = await saveClip(library, request);
  changes.announce({ kind: 'clips', ids: [clip.id] });
  await drainOutbox(true);
  return clip;
}
