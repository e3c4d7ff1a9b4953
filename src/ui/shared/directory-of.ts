import type { FolderPlace } from '../../library/folder.ts';
import type { Directory } from '../../sync/folder/directory.ts';
import { openDirectory } from '../../sync/folder/open-directory.ts';
import { companion } from './companion.ts';

/** A connected folder, to be read by a page. */
export function directoryOf(place: FolderPlace): Directory {
  return openDirectory(place, companion);
}
