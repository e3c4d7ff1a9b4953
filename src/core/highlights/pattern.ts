/** A passage with the text around it, as one pattern of folded units. */
export interface Pattern {
  readonly codes: Uint16Array;
  /** Where the passage itself is in it. */
  readonly inner: { readonly from: number; readonly to: number };
}
