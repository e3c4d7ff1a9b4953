import { type FolderPlace, isPicked } from '../../../library/model/folder.ts';
import type { Companion } from '../companion/companion.ts';
import { companionDirectory } from '../companion/companion-directory.ts';
import type { Directory } from './directory.ts';
import { handleDirectory } from './handle-directory.ts';

/** A connected folder as a directory, by the browser's handle or through the companion. */
export function openDirectory(place: FolderPlace, companion: Companion): Directory {
  return isPicked(place) ? handleDirectory(place.handle) : companionDirectory(companion, place.path);
}
