/** Where the parts of a post's text are, as offsets. */
export interface PostText {
  readonly text: string;
  /** The lines between the two `---`; undefined where the file begins otherwise or the second is missing. */
  readonly yaml?: { readonly start: number; readonly end: number };
  /** Where the body begins. */
  readonly body: number;
}

const OPENING = /^\ufeff?---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** Divides a post as `readPost` does. */
export function dividePost(text: string): PostText {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return { text, body: 0 };
  const start = opening.length;
  const closing = CLOSING.exec(text.slice(start));
  if (!closing) return { text, body: 0 };
  const end = start + closing.index;
  return { text, yaml: { start, end }, body: end + closing[0].length };
}
