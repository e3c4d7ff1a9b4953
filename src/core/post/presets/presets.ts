import type { Preset } from '../../model/preset.ts';
import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { joplin } from './joplin.ts';
import { logseq } from './logseq.ts';
import { obsidian } from './obsidian.ts';
import { pandoc } from './pandoc.ts';
import { pelican } from './pelican.ts';
import { plain } from './plain.ts';
import { tiddlywiki } from './tiddlywiki.ts';
import { vitepress } from './vitepress.ts';
import { zola } from './zola.ts';

/** The built-in presets, the default first. */
export const PRESETS: readonly Preset[] = [
  jekyll,
  hugo,
  hexo,
  eleventy,
  astro,
  docusaurus,
  vitepress,
  pelican,
  zola,
  obsidian,
  logseq,
  joplin,
  tiddlywiki,
  pandoc,
  plain,
];

/** The preset that a fresh installation writes. */
export const DEFAULT_PRESET: Preset = jekyll;

/** Whether a preset comes with the program: it can be copied, not removed. */
export function isBuiltIn(id: string): boolean {
  return PRESETS.some((preset) => preset.id === id);
}
