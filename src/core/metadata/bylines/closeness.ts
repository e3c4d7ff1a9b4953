import type { AuthorSources, Line } from './author-sources.ts';

/** Longer lines are prose. */
export const MAX_BYLINE = 160;

/** 1 beside the headline, less with the text between; a half where the page has no headline. */
export function closeness(at: number, headlineAt: number | undefined): number {
  if (headlineAt === undefined) return 0.5;
  const distance = at - headlineAt;
  if (distance < 0) return Math.max(0, 1 + distance / 800);
  return Math.max(0, 1 - distance / 20_000) * (distance < 2_000 ? 1 : 0.5);
}

/** The short lines around an offset, without those of comments. */
export function linesNear({ lines }: AuthorSources, at: number, above: number, below: number): Line[] {
  const index = Math.max(
    0,
    lines.findIndex((line) => line.end > at),
  );
  const near = lines.slice(Math.max(0, index - above), index + below);
  return near.filter(({ region, start, end }) => region !== 'comment' && end - start < MAX_BYLINE);
}
