import { englishBylines } from '../../languages/english.ts';
import type { AuthorEvidence, BylineMark } from '../../model/author-evidence.ts';
import type { Region } from '../../model/date-evidence.ts';
import type { Modules } from '../../model/modules.ts';
import { BylineReader } from './byline-reader.ts';

/** One line of the page. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly region: Region;
}

/** What a page says of its authors, with what reads it. */
export interface AuthorSources {
  readonly evidence: AuthorEvidence;
  readonly lines: readonly Line[];
  /** Reads bylines in the languages of the page. */
  readonly bylines: BylineReader;
  readonly isEuropean: boolean;
  /** Reads bylines of East Asia, on pages with text of theirs. */
  readonly eastAsian: Modules['east-asian'] | undefined;
}

const REGIONS: Readonly<Record<string, Region>> = { c: 'comment', a: 'aside' };

export function authorSources(evidence: AuthorEvidence, modules: Partial<Modules>): AuthorSources {
  const { languages, text, regions } = evidence;
  let end = -1;
  const lines = text
    .split('\n')
    .slice(0, regions.length)
    .map((line, index): Line => {
      const start = end + 1;
      end = start + line.length;
      return { start, end, region: REGIONS[regions.charAt(index)] ?? 'main' };
    });
  return {
    evidence,
    lines,
    bylines: new BylineReader([englishBylines, ...languages.flatMap((name) => modules[name]?.bylines ?? [])]),
    isEuropean: languages.includes('european'),
    eastAsian: languages.includes('east-asian') ? modules['east-asian'] : undefined,
  };
}

/** The text of a mark, trimmed. */
export function textOfMark({ evidence: { text } }: AuthorSources, { start, end }: BylineMark): string {
  return text.slice(start, end).trim();
}
