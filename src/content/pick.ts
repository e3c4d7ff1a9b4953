/** What the user has picked on a page: its own elements. */
export interface Pick {
  readonly story?: Element;
  readonly parts: readonly Element[];
}
