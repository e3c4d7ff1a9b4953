import type { Draft } from '../../core/model/draft.ts';

/** What a draft that the user changes began as. */
export interface DraftBasis {
  /** The draft as it was shown before the user touched it. */
  readonly shown: Draft;
  /** The same as the library had it then: fields as shown may be spelled differently. */
  readonly kept: Draft;
}

/** Belong to the press itself, or are merged by passage. */
const NOT_REBASED: ReadonlySet<keyof Draft> = new Set(['clippedAt', 'clippedOffset', 'highlights']);

/**
 * Moves a draft onto a newer state of its clip (a three-way merge by field). A field that was changed in the library
 * since and not in the draft takes the library's value. Where both changed a field, the draft's value stays, as the
 * user's latest act. The HTML is the same text as the Markdown and goes with it.
 */
export function rebaseDraft(draft: Draft, { shown, kept }: DraftBasis, current: Draft): Draft {
  const isMoved = (field: keyof Draft): boolean => !isSame(kept[field], current[field]);
  const isTouched = (field: keyof Draft): boolean => !isSame(shown[field], draft[field]);
  const fields = [...new Set([...Object.keys(kept), ...Object.keys(current)])] as (keyof Draft)[];
  const taken = fields.filter((field) => {
    const decisive = field === 'html' ? 'markdown' : field;
    return !NOT_REBASED.has(field) && isMoved(decisive) && !isTouched(decisive);
  });
  return { ...draft, ...Object.fromEntries(taken.map((field) => [field, current[field]])) };
}

function isSame(one: Draft[keyof Draft], other: Draft[keyof Draft]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
