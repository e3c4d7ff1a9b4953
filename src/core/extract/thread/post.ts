/** A post of a thread, as the page has it. */
export interface Post {
  /** The box of the post: its text, who wrote it and when. */
  readonly box: Element;
  readonly body: Element;
}
