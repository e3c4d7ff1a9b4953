import type { Dialect } from './dialect.ts';
import type { KeyForm } from './key-form.ts';
import type { SlugKind } from './slug-kind.ts';

/**
 * A preset says how a draft becomes a file: its path, which front matter keys it has and in which form, and how
 * its body is written. Built-in presets and a user's own are data of this one type; `docs/presets.md` describes it.
 */
export interface Preset {
  /** The version of this type, for exported files. */
  readonly version: 1;
  /** Lower-case letters, digits and dashes. */
  readonly id: string;
  readonly label: string;
  /** Path template below the target folder, `/`-separated, with the extension. Values never add a `/`. */
  readonly path: string;
  /** What the `slug` filter does. */
  readonly slug: SlugKind;
  /**
   * How the keys are written: YAML between `---` lines, TOML between `+++` lines, `Key: value` lines (Pelican), Logseq's
   * `key:: value` lines, TiddlyWiki's fields in a file `<post>.meta`, or not at all.
   */
  readonly header: Header;
  /** In the order of the file. */
  readonly frontMatter: readonly FrontMatterKey[];
  /** What is written above the story: a template in Markdown whose values are escaped for Markdown. */
  readonly opening: string;
  readonly body: BodyForm;
  /** What the program does to Markdown beyond GFM; `toDialect` writes the body for it. */
  readonly dialect: Dialect;
  readonly images: ImagePlace;
  /** How the post shows what the user marked; absent: not at all. */
  readonly highlights?: HighlightForm;
  /** IANA zone of the site, for programs that read a date as its wall clock; `site` in templates. */
  readonly timeZone?: string;
}

/**
 * `marks`: `==passage==` (Obsidian) · `html`: `<mark>passage</mark>`, both with a note as a footnote · `quotes`: quotations with
 * their notes at the end · `footnotes`: a footnote for each · `only`: nothing but the quotations, in the story's place. A body
 * of HTML has quotations for the first four.
 */
export const HIGHLIGHT_FORMS = ['none', 'marks', 'html', 'quotes', 'footnotes', 'only'] as const;
export type HighlightForm = (typeof HIGHLIGHT_FORMS)[number];

export const HEADERS = ['yaml', 'toml', 'metadata', 'properties', 'fields', 'none'] as const;
export type Header = (typeof HEADERS)[number];

export const BODY_FORMS = ['markdown', 'html'] as const;
export type BodyForm = (typeof BODY_FORMS)[number];

/** One key of the front matter. */
export interface FrontMatterKey {
  readonly key: string;
  /** Value template. */
  readonly value: string;
  readonly form: KeyForm;
  /** Whether the key is written when its value is empty; by default it is left out. */
  readonly keepEmpty?: boolean;
}

/** Where pictures are stored. They stay links to the publisher until `download` is on. */
export interface ImagePlace {
  readonly download: boolean;
  /** Path template of the file; `{{stem}}` is the post's name without extension, `{{image}}` the picture's own. */
  readonly file: string;
  /** Template of the picture's address in the post. */
  readonly link: string;
}
