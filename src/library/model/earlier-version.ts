import type { Draft } from '../../core/model/draft.ts';
import type { Clip, ClipContent } from './clip.ts';

/** So many earlier versions of a clip are kept; the oldest goes first. */
export const VERSIONS_KEPT = 10;

/**
 * A version of a clip that an update or an edit has replaced. What is the same in the next later version is left out
 * here, so that a tag more does not keep the story twice. Key: `[clipId, version]`.
 */
export interface EarlierVersion {
  readonly clipId: string;
  readonly version: number;
  readonly clip: Clip;
  readonly edits: Partial<Draft>;
  /** Absent: the same as in the next later version. */
  readonly source?: Draft;
  /** Absent: the same as in the next later version. */
  readonly text?: string;
  /** Unix milliseconds. */
  readonly replacedAt: number;
  /** Characters kept in this row, to tell what the versions take. */
  readonly size: number;
}

/** A clip with its words, as one version takes the place of another. */
export interface VersionWords {
  readonly clip: Clip;
  readonly content: ClipContent;
  readonly text: string;
}

/** An earlier version of a clip, made whole. */
export interface WholeVersion {
  readonly clip: Clip;
  readonly source: Draft;
  readonly edits: Partial<Draft>;
  readonly text: string;
  /** Unix milliseconds. */
  readonly replacedAt: number;
  /** Characters that the library keeps for it. */
  readonly size: number;
}

/**
 * Completes the rows of a clip's earlier versions.
 *
 * @param rows the last version first: what a row leaves out is as in the one before it here.
 * @param current the clip as it is now.
 */
export function wholeVersions(
  rows: readonly EarlierVersion[],
  current: { readonly source: Draft; readonly text: string },
): WholeVersion[] {
  let { source, text } = current;
  return rows.map((row) => {
    source = row.source ?? source;
    text = row.text ?? text;
    return { clip: row.clip, source, edits: row.edits, text, replacedAt: row.replacedAt, size: row.size };
  });
}

/**
 * Returns the row that keeps `before` when `next` takes its place; nothing where both say the same. Marks alone make no version:
 * they would push the versions of the text out.
 */
export function earlierVersion(before: VersionWords, next: VersionWords): EarlierVersion | undefined {
  const hasSource = !isSame(before.content.source, next.content.source);
  const hasText = before.text !== next.text;
  const hasEdits = !isSame(unmarked(before.content.edits), unmarked(next.content.edits));
  const isOtherwise = before.clip.notes !== next.clip.notes || before.clip.presetId !== next.clip.presetId;
  if (!hasSource && !hasText && !hasEdits && !isOtherwise) return undefined;
  const row = {
    clipId: before.clip.id,
    version: before.clip.version,
    clip: before.clip,
    edits: before.content.edits,
    ...(hasSource ? { source: before.content.source } : {}),
    ...(hasText ? { text: before.text } : {}),
    replacedAt: next.clip.updatedAt,
  };
  return { ...row, size: JSON.stringify(row).length };
}

function unmarked({ highlights: _highlights, ...edits }: Partial<Draft>): Partial<Draft> {
  return edits;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
