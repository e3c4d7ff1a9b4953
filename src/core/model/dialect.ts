/**
 * What a program does to Markdown beyond CommonMark + GFM, as far as a clip can meet it. Plain data: a user's preset
 * carries one too. Every line was measured with the real program; `docs/presets.md` names the versions.
 */
export interface Dialect {
  /**
   * Openers of template languages that run inside code as well, where Markdown decodes no entity: `{{`, `{%`, `<%`.
   * Code that holds one is written as HTML.
   */
  readonly codeOpeners: readonly string[];
  /** Hugo's `{{< >}}` and `{{% %}}` run everywhere, code included, and stop the build when unknown. */
  readonly shortcodes: boolean;
  /** `none`: the program drops raw HTML and what it says, so it is rewritten as Markdown. */
  readonly rawHtml: 'keep' | 'none';
  /** MDX: braces are JavaScript, `<` is JSX, `import` and `export` lines are modules. */
  readonly jsx: boolean;
  /** Vue runs `{{ }}` in text and in inline code. */
  readonly vue: boolean;
  /** Without them, `[^1]` becomes `\[1\]` and the notes a numbered list. */
  readonly footnotes: boolean;
  /** Without them, `- [x]` becomes `- ☑`. */
  readonly taskLists: boolean;
  /** Without them, `> [!NOTE]` becomes a quotation under a bold word. */
  readonly callouts: boolean;
  /**
   * Obsidian and Logseq read `#word`, `key:: value`, `((…))` and queries in inline code; Joplin `++…++` and `:smile:`;
   * TiddlyWiki `++…++` and its own wikitext.
   */
  readonly notes: NoteProgram;
  /** How inline maths is written where not between single dollars: kramdown takes two. */
  readonly inlineMaths?: '$$';
  /** Pandoc's Markdown numbers lists with `(1)`, `a.` and `i)`, and cites with `@name`. */
  readonly pandoc: boolean;
  /** kramdown numbers every list from 1, whatever its first number. */
  readonly kramdown?: boolean;
  /** Python-Markdown shows a backslash before most signs, has no `~~`, and other rules for lists and code. */
  readonly pythonMarkdown?: boolean;
}

export const NOTE_PROGRAMS = ['none', 'obsidian', 'logseq', 'joplin', 'tiddlywiki'] as const;
export type NoteProgram = (typeof NOTE_PROGRAMS)[number];

/** Plain GFM with raw HTML: what `Article.markdown` is written in. */
export const GFM: Dialect = {
  codeOpeners: [],
  shortcodes: false,
  rawHtml: 'keep',
  jsx: false,
  vue: false,
  footnotes: true,
  taskLists: true,
  callouts: true,
  notes: 'none',
  pandoc: false,
};
