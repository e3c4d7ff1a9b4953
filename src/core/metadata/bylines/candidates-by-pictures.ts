import type { AuthorCandidate } from './author-candidate.ts';
import type { AuthorSources } from './author-sources.ts';
import { looksLikeName } from './byline-reader.ts';
import { closeness, linesNear } from './closeness.ts';

/** Words that portraits have around the name in their alternative text. */
const AROUND =
  /^(?:(?:headshot|photo|picture|portrait|image|avatar|profile (?:photo|picture|image)) (?:of|for)|avatar|foto von|bild von|photo de|foto de) |(?:['’]s? (?:avatar|photo|picture|headshot|profile|portrait).*| (?:avatar|headshot|photo|portrait|profile))$/gi;
const LINES_ABOVE = 4;
const LINES_BELOW = 20;
const MAX_PORTRAITS = 3;
/** The longest text between a portrait and the name. */
const LONGEST_GAP = 60;

/** A portrait beside the headline and the same name in the text behind it: two places that agree. */
export function candidatesByPictures(sources: AuthorSources): AuthorCandidate[] {
  const { pictures, text, headline: headlineAt } = sources.evidence;
  if (headlineAt === undefined) return [];
  const near = linesNear(sources, headlineAt, LINES_ABOVE, LINES_BELOW);
  const from = near[0]?.start ?? 0;
  const to = near.at(-1)?.end ?? 0;
  const candidates: AuthorCandidate[] = [];
  for (const { alt, at } of pictures) {
    if (
      at < from ||
      at > to ||
      !near.some(({ start, end, region }) => at >= start - 1 && at <= end && region === 'main')
    )
      continue;
    const name =
      alt
        .replace(AROUND, '')
        .split(/[,|]| - /)[0]
        ?.trim() ?? '';
    if (!name.includes(' ') || !looksLikeName(name)) continue;
    const behind = text.slice(at, at + LONGEST_GAP + name.length);
    if (!behind.includes(name)) continue;
    const { names } = sources.bylines.read(name, true);
    candidates.push({ names, origin: 'page-text', weight: 0.4 + 0.2 * closeness(at, headlineAt), shown: true });
  }
  // More are the icons of a menu.
  return candidates.length > MAX_PORTRAITS ? [] : candidates;
}
