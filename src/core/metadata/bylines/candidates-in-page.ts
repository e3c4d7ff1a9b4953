import type { AuthorCandidate } from './author-candidate.ts';
import type { AuthorSources } from './author-sources.ts';
import { candidatesByPictures } from './candidates-by-pictures.ts';
import { candidatesInLines } from './candidates-in-lines.ts';
import { candidatesInMarks } from './candidates-in-marks.ts';

/** The writers that readers see: author links, bylines, portraits, lines that begin with “By”, names in brackets. */
export function candidatesInPage(sources: AuthorSources): AuthorCandidate[] {
  return [...candidatesInMarks(sources), ...candidatesInLines(sources), ...candidatesByPictures(sources)].filter(
    ({ names }) => names.length > 0,
  );
}
