/** A fault of a post in an archive. */
export interface Problem {
  readonly kind: 'front-matter' | 'address' | 'permalink' | 'date' | 'slot';
  /** A sentence for the person who keeps the archive. */
  readonly message: string;
  /** Other files that it concerns. */
  readonly others?: readonly string[];
  /** How it is mended, where that is certain. */
  readonly edits?: readonly Edit[];
}

/** A part of a file's text, as offsets into it, and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue; // Two rules found the same fault; the outer one is mended.
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
