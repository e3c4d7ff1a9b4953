import type { Preset } from '../presets/preset.ts';
import { toDialect } from './dialect.ts';
import type { Draft } from './draft.ts';

/** A file that belongs to a post and has yet to be fetched. */
export interface PostAsset {
  readonly url: string;
  /** Path below the target folder. */
  readonly path: string;
}

/** A post as it will lie in the folder. */
export interface Post {
  /** Path below the target folder, `/`-separated: `_posts/2021-07-16-….md`. */
  readonly path: string;
  /** The YAML between the `---` lines. */
  readonly frontMatter: string;
  /** All that follows the front matter. */
  readonly body: string;
  /** The whole file. */
  readonly text: string;
  readonly assets: readonly PostAsset[];
}

/** Writes a draft as a post in a preset's form. Pure: the same draft gives the same bytes. */
export function toPost(draft: Draft, preset: Preset): Post {
  const frontMatter = `title: ${JSON.stringify(draft.title)}\n`;
  const body = `\n${toDialect(draft.markdown, preset.dialect)}\n`;
  return { path: '_posts/untitled.md', frontMatter, body, text: `---\n${frontMatter}---\n${body}`, assets: [] };
}
