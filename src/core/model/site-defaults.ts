/** How posts of one site are written, where that differs from the settings. */
export interface SiteDefaults {
  /** Host names and beginnings of paths, as in `SiteRule`. */
  readonly places: readonly string[];
  /** Id of the preset. */
  readonly preset?: string;
  /** Tags that a post gets besides the site's name. */
  readonly tags?: readonly string[];
  /** Id of the target. Only the browser that it is connected to has it. */
  readonly target?: string;
}
