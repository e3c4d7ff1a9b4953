import { jekyll } from './jekyll.ts';
import type { Preset } from './preset.ts';

/** The built-in presets, the default first. */
export const PRESETS: readonly Preset[] = [jekyll];

/** The preset that a fresh installation writes. */
export const DEFAULT_PRESET: Preset = jekyll;
