/** A passage that was found. */
export interface FoundPassage {
  readonly start: number;
  readonly end: number;
  /** Whether it has changed since it was marked. */
  readonly isChanged: boolean;
}

/** Why a passage was not found: nothing is like it, or several places are as good. */
export type LostReason = 'gone' | 'ambiguous';
