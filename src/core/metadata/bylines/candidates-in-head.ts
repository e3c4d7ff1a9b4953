import type { StatedAuthors } from '../../model/author-evidence.ts';
import { type AuthorCandidate, uniqueNames } from './author-candidate.ts';
import type { AuthorSources } from './author-sources.ts';
import { familyFirst } from './family-first.ts';

/** Names of meta tags of which each names one writer, family name first. Source: Google Scholar, Dublin Core. */
const SCHOLARLY_NAME = /citation_authors?$|^dc(?:terms)?\.creator|^eprints\.creators_name$|^bepress_citation_author$/;
const MAX_LENGTH = 200;
/** How much less a body weighs than a person. */
const BODY = 0.25;
/** How much less a body weighs in JSON-LD, which can tell it from a person. */
const STATED_BODY = 0.4;

/** Chinese sites put who edited or checked the story where the author belongs. */
const EDITOR = /^\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|審核)\s*[:：]/;
const HAN = /[\u3040-\u9fff]/;

/** The writers that the page's JSON-LD and meta tags name. */
export function candidatesInHead(sources: AuthorSources): AuthorCandidate[] {
  return [...fromJson(sources), ...fromMeta(sources)].filter(({ names }) => names.length > 0);
}

function fromJson(sources: AuthorSources): AuthorCandidate[] {
  for (const stated of sources.evidence.stated) {
    const candidate = candidateOf(stated, sources);
    if (candidate.names.length > 0) return [candidate];
  }
  return [];
}

function candidateOf({ ofPage, names: strings, types }: StatedAuthors, sources: AuthorSources): AuthorCandidate {
  const person = types.includes('person');
  const isStatedBody = !person && types.some((type) => type.endsWith('organization'));
  const read = namesIn(strings, sources);
  const isRead = read.some((name) => sources.eastAsian?.shapeOf(name) === 'person');
  // `BBN News 中文` is one name, not a Chinese one.
  const names = isStatedBody && !isRead && strings.some((name) => HAN.test(name)) ? strings : read;
  const weight = ofPage ? 0.6 : 0.85;
  const isBody = isStatedBody || names.every((name) => isOutlet(name, sources));
  return { names, origin: 'json-ld', weight: isBody ? weight - STATED_BODY : weight, person: person && !isBody };
}

function fromMeta(sources: AuthorSources): AuthorCandidate[] {
  const { bylines } = sources;
  const meta = new Map(sources.evidence.meta);
  const isCard = (number: string): boolean =>
    /by|von|par|por|作者|autor/i.test(meta.get(`twitter:label${number}`)?.[0] ?? '');
  return [...meta].flatMap(([name, contents]): AuthorCandidate[] => {
    if (name.startsWith('twitter:') && !(name.startsWith('twitter:data') && isCard(name.slice(-1)))) return [];
    const names = namesIn(SCHOLARLY_NAME.test(name) ? familyFirst(contents) : contents, sources);
    const isBody = names.every((one) => bylines.isOrganisation(one) || isOutlet(one, sources));
    return [{ names, origin: 'meta', weight: (name === 'author' ? 0.6 : 0.65) - (isBody ? BODY : 0) }];
  });
}

/** A Chinese or Japanese name that is a newspaper's, an office's, a place's or a button's. */
function isOutlet(name: string, { eastAsian }: AuthorSources): boolean {
  return HAN.test(name) && eastAsian?.shapeOf(name) === 'none';
}

function namesIn(texts: readonly string[], { bylines, eastAsian }: AuthorSources): string[] {
  return uniqueNames(
    texts
      .filter((text) => text.length <= MAX_LENGTH && !text.includes('://') && !EDITOR.test(text))
      .flatMap((text) => eastAsian?.readField(text)?.names ?? bylines.namesIn(text)),
  );
}
