import { saveClip } from '../app/save-clip.ts';
import type { SaveRequest } from '../library/commands/save-clip.ts';
import type { Clip } from '../library/model/clip.ts';
import { changes, deliver, library } from './library.ts';

/** Keeps a clip and brings it to its targets. */
export async function saveAndDeliver(request: SaveRequest): Promise<Clip> {
  const clip = await saveClip({ library, changes }, request);
  await deliver(true);
  return clip;
}
