import { GFM } from '../post/dialect.ts';
import type { Preset } from './preset.ts';

const jekyll: Preset = {
  id: 'jekyll',
  label: 'Jekyll',
  path: '_posts/{{date}}-{{slug}}.md',
  frontMatter: [],
  body: 'markdown',
  dialect: { ...GFM, codeOpeners: ['{{', '{%', '<%'] },
};

/** The built-in presets, the default first. */
export const PRESETS: readonly Preset[] = [jekyll];

/** The preset that a fresh installation writes. */
export const DEFAULT_PRESET = jekyll;
