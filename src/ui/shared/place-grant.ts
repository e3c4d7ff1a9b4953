import { folderGrant, type Grant, requestFolderGrant } from '../../delivery/targets/folder/folder-grant.ts';
import { type FolderPlace, isPicked } from '../../library/model/folder.ts';
import { mayUseCompanion, requestCompanion } from '../../platform/companion.ts';

/** Whether the browser lets us write to a folder: to the folder itself, or to the companion that does. */
export async function placeGrant(place: FolderPlace): Promise<Grant> {
  if (isPicked(place)) return folderGrant(place.handle);
  return (await mayUseCompanion()) ? 'granted' : 'prompt';
}

/** Asks for that. Must be the first thing that a press's handler does: the press is what allows the asking. */
export async function requestPlaceGrant(place: FolderPlace): Promise<Grant> {
  if (isPicked(place)) return requestFolderGrant(place.handle);
  return (await requestCompanion()) ? 'granted' : 'denied';
}
