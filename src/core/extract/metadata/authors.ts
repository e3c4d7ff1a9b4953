import type { Sourced } from '../../article.ts';
import type { PageFacts } from './facts/page-facts.ts';
/** Who wrote the story. */
export function readAuthors(_facts: PageFacts): Sourced<readonly string[]> {
  return { value: [], origin: 'none' };
}
