import { applyPatch, structuredPatch } from 'diff';

/** So many lines around a change must be as they were: the paragraph beside it, and the blank line between. */
const CONTEXT = 2;

/**
 * Brings a change of the story into the text that the user has written.
 *
 * @param before the story's Markdown before the change.
 * @param after and after it.
 * @param written the user's text, made from `before`.
 * @returns undefined where the user has rewritten what the change is beside.
 */
export function reapplyEdits(before: string, after: string, written: string): string | undefined {
  if (before === after) return written;
  if (before === written) return after;
  // A line end at the end of each, so that the last line is a line like the others.
  const patch = structuredPatch('', '', `${before}\n`, `${after}\n`, undefined, undefined, { context: CONTEXT });
  const patched = applyPatch(`${written}\n`, patch);
  return patched === false ? undefined : patched.replace(/\n$/, '');
}
