import type { PageSources } from '../sources/page-sources.ts';
import type { AuthorCandidate } from './author-candidate.ts';
import { candidatesByPictures } from './candidates-by-pictures.ts';
import { candidatesInLines } from './candidates-in-lines.ts';
import { candidatesInMarks } from './candidates-in-marks.ts';

/** The writers that readers see: author links, bylines, portraits, lines that begin with “By”, names in brackets. */
export function candidatesInPage(sources: PageSources, headlineAt: number | undefined): AuthorCandidate[] {
  return [
    ...candidatesInMarks(sources, headlineAt),
    ...candidatesInLines(sources, headlineAt),
    ...candidatesByPictures(sources, headlineAt),
  ].filter(({ names }) => names.length > 0);
}
