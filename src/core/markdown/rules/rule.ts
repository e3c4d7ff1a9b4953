/** How one kind of element of the tidy tree becomes a string. */
export interface Rule {
  /** Local names, or a question where a name does not tell. */
  readonly filter: string | readonly string[] | ((element: Element) => boolean);
  /** The string, from that of what is in the element: signs in lines of text (`inline/alphabet.ts`), blank lines round blocks. */
  readonly replacement: (content: string, element: Element) => string;
}
