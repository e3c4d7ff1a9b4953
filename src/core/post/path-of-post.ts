import type { Draft } from '../model/draft.ts';
import type { Preset } from '../model/preset.ts';
import type { LoadPinyin } from './pinyin.ts';
import { postPath } from './post-path.ts';
import { loadSlugger } from './slug.ts';
import { parseTemplate } from './template/template.ts';
import { variablesOf } from './template/variables.ts';

/**
 * Returns the path that `writePost` returns for a post, without the code that writes one: the popup names the file before
 * anything is written.
 *
 * @throws TemplateError where the preset's path cannot be read.
 */
export async function pathOfPost(draft: Draft, preset: Preset, loadPinyin: LoadPinyin): Promise<string> {
  const slugger = await loadSlugger(preset.slug, loadPinyin);
  const context = { slugger, url: draft.url, timeZone: preset.timeZone };
  return postPath(parseTemplate(preset.path), variablesOf(draft), context);
}
