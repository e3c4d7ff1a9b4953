import type { Highlight } from '../model/highlight.ts';

/** Highlights of several sources, each once. Of one that several have, the first source's is taken. */
export function mergeHighlights(...sources: readonly (readonly Highlight[] | undefined)[]): Highlight[] {
  const merged = new Map<string, Highlight>();
  for (const highlight of sources.flatMap((source) => source ?? [])) {
    if (!merged.has(highlight.id)) merged.set(highlight.id, highlight);
  }
  return [...merged.values()];
}
