import type { Dialect } from '../post/dialect.ts';

/**
 * A preset says how a draft becomes a file: where it lies, which front matter keys it has and in which form, and in
 * which dialect of Markdown its body is written. Built-in presets and a user's own are data of this one type.
 */
export interface Preset {
  readonly id: string;
  readonly label: string;
  /** Path template below the target folder, `/`-separated, with the extension. */
  readonly path: string;
  readonly frontMatter: readonly FrontMatterKey[];
  readonly body: 'markdown' | 'html';
  /** What the program does to Markdown beyond GFM; `toDialect` writes the body for it. */
  readonly dialect: Dialect;
}

/** One key of the front matter, in order. */
export interface FrontMatterKey {
  readonly key: string;
  /** Value template. */
  readonly value: string;
  readonly form: 'text' | 'quoted' | 'list' | 'date';
}
