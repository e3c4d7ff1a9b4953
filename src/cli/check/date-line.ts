import type { PostText } from './post-text.ts';

/** The value of `date` in a post's front matter, and where in the post it is, with its quotation marks. */
export interface DateLine {
  readonly value: string;
  /** `"`, `'` or nothing. */
  readonly quote: string;
  /** Offsets into the post. */
  readonly start: number;
  readonly end: number;
}

/** A value on the line of its key, with a comment or without. */
const LINE = /^(date:[ \t]*)((["']?)([^"'#\r\n]*?)\3)[ \t]*(?:#.*)?\r?$/m;

/** Finds the date that a post states on one line. Returns nothing where it states none, or in another form. */
export function dateLineOf({ text, yaml }: PostText): DateLine | undefined {
  const found = yaml && LINE.exec(text.slice(yaml.start, yaml.end));
  if (!found) return undefined;
  const [, key = '', whole = '', quote = '', value = ''] = found;
  const start = yaml.start + found.index + key.length;
  return { value: value.trim(), quote, start, end: start + whole.length };
}
