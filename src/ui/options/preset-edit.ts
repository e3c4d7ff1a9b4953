import type { FrontMatterKey, Preset } from '../../core/model/preset.ts';

/** Changes to a preset that is being edited. What they lead to may have faults; `checkPreset` names them. */

/** Returns a copy with a new id and label. */
export function copyPreset(preset: Preset, taken: readonly Preset[], label: string): Preset {
  const ids = new Set(taken.map(({ id }) => id));
  const stem = `${preset.id.replace(/-\d+$/, '').slice(0, 36)}`;
  let n = 2;
  while (ids.has(`${stem}-${n}`)) n++;
  return { ...preset, id: `${stem}-${n}`, label };
}

export function addKey(preset: Preset): Preset {
  return { ...preset, frontMatter: [...preset.frontMatter, { key: '', value: '', form: 'text' }] };
}

export function dropKey(preset: Preset, index: number): Preset {
  return { ...preset, frontMatter: preset.frontMatter.filter((_, at) => at !== index) };
}

export function changeKey(preset: Preset, index: number, change: Partial<FrontMatterKey>): Preset {
  const key = preset.frontMatter[index];
  return key ? { ...preset, frontMatter: preset.frontMatter.with(index, { ...key, ...change }) } : preset;
}

/** @param by -1 for up, 1 for down; at the ends nothing moves. */
export function moveKey(preset: Preset, index: number, by: -1 | 1): Preset {
  const key = preset.frontMatter[index];
  const other = preset.frontMatter[index + by];
  if (!key || !other) return preset;
  return { ...preset, frontMatter: preset.frontMatter.with(index, other).with(index + by, key) };
}

/** @param zone as typed; empty for none. */
export function withTimeZone({ timeZone: _before, ...preset }: Preset, zone: string): Preset {
  return zone === '' ? preset : { ...preset, timeZone: zone };
}
