import { fieldOf, type JsonNode, nodesOf, stringsOf, typesOf } from '../sources/json-ld.ts';
import { firstMeta } from '../sources/meta-tags.ts';
import type { PageSources } from '../sources/page-sources.ts';
import { type AuthorCandidate, uniqueNames } from './author-candidate.ts';
import { familyFirst } from './family-first.ts';

/** `author`, `article:author`, `DC.creator`, `parsely-author`, `citation_author`, `byl` … but not the card's `twitter:creator`. */
const AUTHOR_NAME = /^(?!twitter).*(?:author|creator)(?:s|_name)?$|^byl$/;
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
export function candidatesInHead(sources: PageSources): AuthorCandidate[] {
  return [...fromJson(sources), ...fromMeta(sources)].filter(({ names }) => names.length > 0);
}

function fromJson(sources: PageSources): AuthorCandidate[] {
  const { articles, pages } = sources.jsonLd;
  const places = [...articles.map((node) => ({ node, weight: 0.85 })), ...pages.map((node) => ({ node, weight: 0.6 }))];
  for (const { node, weight } of places) {
    for (const key of ['author', 'creator']) {
      const candidate = candidateOf(fieldOf(node, key), weight, sources);
      if (candidate.names.length > 0) return [candidate];
    }
  }
  return [];
}

function candidateOf(value: unknown, weight: number, sources: PageSources): AuthorCandidate {
  const objects: readonly JsonNode[] = nodesOf(value, sources.jsonLd.byId);
  const strings =
    objects.length > 0 ? objects.flatMap((object) => stringsOf(fieldOf(object, 'name'))) : stringsOf(value);
  const names = namesIn(strings, sources);
  const types = objects.flatMap(typesOf);
  const person = types.includes('person');
  const isBody = (types.includes('organization') && !person) || names.every((name) => isOutlet(name, sources));
  return { names, origin: 'json-ld', weight: isBody ? weight - STATED_BODY : weight, person: person && !isBody };
}

function fromMeta(sources: PageSources): AuthorCandidate[] {
  const { meta, bylines } = sources;
  // WordPress plug-ins describe the card of a story: label1 "Written by", data1 the name.
  const cards = ['1', '2'].filter((number) =>
    /by|von|par|por|作者|autor/i.test(firstMeta(meta, [`twitter:label${number}`])),
  );
  return [...meta].flatMap(([name, contents]): AuthorCandidate[] => {
    if (!AUTHOR_NAME.test(name) && !cards.some((number) => name === `twitter:data${number}`)) return [];
    const names = namesIn(SCHOLARLY_NAME.test(name) ? familyFirst(contents) : contents, sources);
    const isBody = names.every((one) => bylines.isOrganisation(one) || isOutlet(one, sources));
    return [{ names, origin: 'meta', weight: (name === 'author' ? 0.6 : 0.65) - (isBody ? BODY : 0) }];
  });
}

/** A Chinese or Japanese name that is a newspaper's, an office's, a place's or a button's. */
function isOutlet(name: string, { eastAsian }: PageSources): boolean {
  return HAN.test(name) && eastAsian?.shapeOf(name) === 'none';
}

function namesIn(texts: readonly string[], { bylines, eastAsian }: PageSources): string[] {
  return uniqueNames(
    texts
      .filter((text) => text.length <= MAX_LENGTH && !text.includes('://') && !EDITOR.test(text))
      .flatMap((text) => eastAsian?.readField(text)?.names ?? bylines.namesIn(text)),
  );
}
