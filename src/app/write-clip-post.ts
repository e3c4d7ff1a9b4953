import type { Draft } from '../core/model/draft.ts';
import { DEFAULT_PRESET } from '../core/post/presets/presets.ts';
import { type Post, writePost } from '../core/post/to-post.ts';
import { loadPinyin } from '../platform/load-pinyin.ts';
import { loadPresets } from '../settings/presets.ts';

/** Writes the post of a clip again, in the preset that it was saved in; where that is deleted, in the default one. */
export async function writeClipPost(draft: Draft, presetId: string): Promise<Post> {
  const preset = (await loadPresets()).presets.find(({ id }) => id === presetId) ?? DEFAULT_PRESET;
  return writePost(draft, preset, loadPinyin);
}
