import type { LoadPinyin } from '../core/post/pinyin.ts';
import type { SaveRequest } from '../library/commands/save-clip.ts';
import type { Clip } from '../library/model/clip.ts';
import { assembleSave, type SaveDeps, saveClip } from './save-clip.ts';
import { saveTargets } from './save-targets.ts';
import type { PendingSave } from './write-down-save.ts';

/**
 * Keeps what a press on Save wrote down, with its deliveries queued. The popup and the background both do it, which makes
 * one save.
 *
 * @throws {ClipError} as `saveClip`.
 */
export async function keepPendingSave(
  deps: SaveDeps & { readonly loadPinyin: LoadPinyin },
  save: PendingSave,
): Promise<{ readonly clip: Clip; readonly request: SaveRequest }> {
  const { library, loadPinyin } = deps;
  const targets = await saveTargets(library, save.preset.id, save.targetIds);
  const request = await assembleSave(library, { ...save, targetIds: targets.map(({ id }) => id), loadPinyin });
  return { clip: await saveClip(deps, request), request };
}
