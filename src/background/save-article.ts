import type { Article } from '../core/article.ts';
import { draftOf } from '../core/post/draft.ts';
import { toPost } from '../core/post/to-post.ts';
import { DEFAULT_PRESET, PRESETS } from '../core/presets/presets.ts';
import { downloadFile } from '../platform/downloads.ts';
import { loadSettings } from '../settings/store.ts';

/** Saves a story as the settings say, nothing edited. Gives the path of its post. */
export async function saveArticle(article: Article): Promise<string> {
  const settings = await loadSettings();
  const preset = PRESETS.find(({ id }) => id === settings.preset) ?? DEFAULT_PRESET;
  const post = toPost(draftOf(article, Date.now()), preset);
  const path = `${settings.folder}/${post.path}`;
  await downloadFile(path, post.text, 'overwrite');
  return path;
}
