import type { Article } from '../core/model/article.ts';
import { draftOf } from '../core/model/draft.ts';
import { ClipError } from '../core/model/failure.ts';
import { DEFAULT_PRESET } from '../core/post/presets/presets.ts';
import { writePost } from '../core/post/to-post.ts';
import { deliveriesOf } from '../library/queries/find-story.ts';
import { loadPinyin } from '../platform/load-pinyin.ts';
import { loadPresets } from '../settings/presets.ts';
import { loadSettings } from '../settings/store.ts';
import { library } from './library.ts';
import { saveAndDeliver } from './save-and-deliver.ts';

/**
 * Keeps a story in the library as the settings say, nothing edited, and brings it to its target. The same story again
 * takes the place of what was saved.
 *
 * @returns where its post lies.
 * @throws {ClipError} why it could not be kept, or is kept and not yet delivered.
 */
export async function saveArticle(article: Article): Promise<string> {
  const [settings, presets] = await Promise.all([loadSettings(), loadPresets()]);
  const preset = presets.find(({ id }) => id === settings.preset) ?? DEFAULT_PRESET;
  const now = Date.now();
  const draft = draftOf(article, now, -new Date(now).getTimezoneOffset());
  const clip = await saveAndDeliver({
    article,
    draft,
    post: await writePost(draft, preset, loadPinyin),
    presetId: preset.id,
    targetIds: [settings.target],
    as: { kind: 'same-story', id: crypto.randomUUID() },
    now,
  });
  const delivery = (await deliveriesOf(library, clip.id)).find(({ targetId }) => targetId === settings.target);
  if (delivery?.failure) throw new ClipError(delivery.failure.code, delivery.failure.detail);
  return delivery?.receipts[0]?.path ?? '';
}
