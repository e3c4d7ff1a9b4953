import { fieldOf, type JsonNode, nodesOf, stringsOf, typesOf } from '../sources/json-ld.ts';
import { firstMeta } from '../sources/meta-tags.ts';
import type { PageSources } from '../sources/page-sources.ts';
import { type AuthorCandidate, uniqueNames } from './author-candidate.ts';
import type { BylineReader } from './byline-reader.ts';

/** `author`, `article:author`, `DC.creator`, `parsely-author`, `citation_author`, `byl` … but not the card's `twitter:creator`. */
const AUTHOR_NAME = /^(?!twitter).*(?:author|creator)(?:s|_name)?$|^byl$/;
const MAX_LENGTH = 200;

/** Chinese sites put who edited or checked the story where the author belongs. */
const EDITOR = /^\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|審核)\s*[:：]/;

/** The writers that the page's JSON-LD and meta tags name. */
export function candidatesInHead(sources: PageSources): AuthorCandidate[] {
  return [...fromJson(sources), ...fromMeta(sources)].filter(({ names }) => names.length > 0);
}

function fromJson({ jsonLd, bylines }: PageSources): AuthorCandidate[] {
  const { articles, pages, byId } = jsonLd;
  const places = [...articles.map((node) => ({ node, weight: 0.85 })), ...pages.map((node) => ({ node, weight: 0.6 }))];
  for (const { node, weight } of places) {
    for (const key of ['author', 'creator']) {
      const candidate = candidateOf(fieldOf(node, key), byId, weight, bylines);
      if (candidate.names.length > 0) return [candidate];
    }
  }
  return [];
}

function candidateOf(
  value: unknown,
  byId: ReadonlyMap<string, JsonNode>,
  weight: number,
  bylines: BylineReader,
): AuthorCandidate {
  const objects = nodesOf(value, byId);
  const strings =
    objects.length > 0 ? objects.flatMap((object) => stringsOf(fieldOf(object, 'name'))) : stringsOf(value);
  const names = namesIn(strings, bylines);
  const types = objects.flatMap(typesOf);
  const person = types.includes('person');
  const isBody = types.includes('organization') && !person;
  return { names, origin: 'json-ld', weight: isBody ? weight - 0.4 : weight, person };
}

function fromMeta({ meta, bylines }: PageSources): AuthorCandidate[] {
  // WordPress plug-ins describe the card of a story: label1 "Written by", data1 the name.
  const isByline = /by|von|par|por|作者|autor/i.test(firstMeta(meta, ['twitter:label1']));
  return [...meta].flatMap(([name, contents]): AuthorCandidate[] => {
    if (!AUTHOR_NAME.test(name) && !(isByline && name === 'twitter:data1')) return [];
    const names = namesIn(contents, bylines);
    const weight = (name === 'author' ? 0.6 : 0.65) - (names.every((name) => bylines.isOrganisation(name)) ? 0.25 : 0);
    return [{ names, origin: 'meta', weight }];
  });
}

function namesIn(texts: readonly string[], bylines: BylineReader): string[] {
  return uniqueNames(
    texts
      .filter((text) => text.length <= MAX_LENGTH && !text.includes('://') && !EDITOR.test(text))
      .flatMap((text) => bylines.namesIn(text)),
  );
}
