import { downloadFile, showDownload } from '../../platform/downloads.ts';
import type { Settings } from '../../settings/schema.ts';
import type { SavedClip, SaveRequest } from './ports.ts';

/** Writes the post below the browser's download folder. */
export async function saveFromPopup({ post, as }: SaveRequest, { folder }: Settings): Promise<SavedClip> {
  const path = `${folder}/${post.path}`;
  const { id } = await downloadFile(path, post.text, as === 'update' ? 'overwrite' : 'uniquify');
  return { path, showInFolder: () => showDownload(id) };
}
