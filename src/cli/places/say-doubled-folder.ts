import type { Preset } from '../../core/model/preset.ts';
import { doubledFolder } from '../../core/post/doubled-folder.ts';
import { complain } from '../complain.ts';
import type { Place } from './place.ts';

/** Says on standard error where a post format repeats the folder that its place ends with: `_posts/_posts`. */
export function sayDoubledFolder({ name, below }: Place, { id, path }: Pick<Preset, 'id' | 'path'>): void {
  const found = doubledFolder(below, path);
  if (!found) return;
  const above = found.above === '' ? 'its root' : found.above;
  complain(name, `the form ${id} adds its folder itself, so posts go to ${found.doubled}. Name ${above} instead.`);
}
