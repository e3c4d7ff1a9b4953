import type { Directory } from '../../delivery/targets/folder/directory.ts';
import { openDirectory } from '../../delivery/targets/folder/open-directory.ts';
import type { FolderPlace } from '../../library/model/folder.ts';
import { companion } from './companion.ts';

/** A connected folder, to be read by a page. */
export function directoryOf(place: FolderPlace): Directory {
  return openDirectory(place, companion);
}
