import type { Draft } from '../../core/model/draft.ts';
import type { Clip, ClipContent, ClipPart } from './clip.ts';
import { urlKeyOf } from './identity.ts';

/** What a clip's list row is made from. */
export interface ClipRowInput {
  /** Used where the clip is new. */
  readonly id: string;
  readonly draft: Draft;
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly presetId: string;
  /** Absent: as the version before. */
  readonly part?: ClipPart;
  readonly notes?: string;
  readonly now: number;
}

const EXCERPT_LENGTH = 160;

/** The list row of the next version of a clip; of the first, where there is none before. */
export function clipRow(input: ClipRowInput, before?: Clip): Clip {
  const { id, draft, text, direction, presetId, notes, now } = input;
  const part = input.part ?? before?.part ?? 'article';
  return {
    id: before?.id ?? id,
    urlKey: urlKeyOf(draft.url),
    ...(part === 'article' ? {} : { part }),
    url: draft.url,
    title: draft.title,
    authors: draft.authors,
    siteName: draft.siteName,
    language: draft.language,
    direction,
    tags: draft.tags,
    categories: draft.categories,
    ...(draft.published ? { published: draft.published.value } : {}),
    storyAt: storyInstant(draft),
    excerpt: text.slice(0, EXCERPT_LENGTH).replace(/\s+/g, ' ').trim(),
    presetId,
    notes: notes ?? before?.notes ?? '',
    ...(draft.highlights?.length ? { highlightCount: draft.highlights.length } : {}),
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** The page's values, and separately the fields that the user changed. */
export function clipContent(clipId: string, source: Draft, draft: Draft): ClipContent {
  const fields = new Set([...Object.keys(source), ...Object.keys(draft)]) as Set<keyof Draft>;
  const changed = [...fields].filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(source[field]));
  return { clipId, source, edits: Object.fromEntries(changed.map((field) => [field, draft[field]])) };
}

/** To sort by only: a day or a time without a zone counts as UTC. */
function storyInstant({ published, clippedAt }: Draft): number {
  if (!published) return clippedAt;
  const instant =
    published.instant ?? Date.parse(published.value.length > 10 ? `${published.value}Z` : published.value);
  return Number.isFinite(instant) ? instant : clippedAt;
}
