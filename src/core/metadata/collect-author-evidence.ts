import type { AuthorEvidence, BylineLanguage, BylineMark, StatedAuthors } from '../model/author-evidence.ts';
import { MAX_BYLINE } from './bylines/closeness.ts';
import { namesOfSite } from './site-name.ts';
import { attributeOf } from './sources/elements.ts';
import { fieldOf, type JsonLd, type JsonNode, nodesOf, stringsOf, typesOf } from './sources/json-ld.ts';
import { firstText, type PageSources } from './sources/page-sources.ts';
import { isWriterLink, type Mark } from './sources/page-text.ts';

/** Class words of bylines. */
const BYLINE_CLASSES = new Set(
  'author authors byline by writer autor autore auteur reporter contributor vcard fn journalist verfasser forfatter redacteur authorname authorinfo submitted username nickname'.split(
    ' ',
  ),
);
/** Class words of blocks about an author rather than of a byline, and of what else bears the word. */
const NOT_BYLINE_CLASSES = new Set(
  'comment comments avatar image img photo social related time description email twitter follow count share job role title position'.split(
    ' ',
  ),
);
/** `rel`, `itemprop` and `property` of a byline. */
const AUTHOR_ROLES = ['author', 'creator', 'schema:author'];
/** `author`, `article:author`, `DC.creator`, `parsely-author`, `citation_author`, `byl` … but not the card's `twitter:creator`. */
const AUTHOR_NAME = /^(?!twitter).*(?:author|creator)(?:s|_name)?$|^byl$/;
/** WordPress plug-ins describe the card of a story: label1 "Written by", data1 the name. */
const CARD = /^twitter:(?:label|data)[12]$/;
const LANGUAGES: readonly BylineLanguage[] = ['european', 'east-asian'];

/** Only reads. @param headlineAt where the headline begins in the page's text. */
export function collectAuthorEvidence(sources: PageSources, headlineAt: number | undefined): AuthorEvidence {
  const { text, lines, marks, pictures } = sources.page;
  return {
    host: sources.url.hostname,
    siteNames: namesOfSite(sources).map(({ value }) => value),
    ruled: firstText(sources.root, sources.rule?.byline),
    languages: LANGUAGES.filter((name) => sources.modules[name]),
    stated: statedAuthors(sources.jsonLd),
    meta: [...sources.meta].filter(([name]) => AUTHOR_NAME.test(name) || CARD.test(name)),
    text,
    regions: lines.map(({ region }) => region.charAt(0)).join(''),
    marks: marks.flatMap((mark) => bylineMark(mark) ?? []),
    pictures,
    ...(headlineAt === undefined ? {} : { headline: headlineAt }),
  };
}

function statedAuthors({ articles, pages, byId }: JsonLd): StatedAuthors[] {
  return [...articles, ...pages].flatMap((node, index) =>
    ['author', 'creator'].flatMap((key): StatedAuthors[] => {
      const value = fieldOf(node, key);
      const objects: readonly JsonNode[] = nodesOf(value, byId);
      const names = objects.length > 0 ? objects.flatMap((one) => stringsOf(fieldOf(one, 'name'))) : stringsOf(value);
      return names.length > 0 ? [{ ofPage: index >= articles.length, names, types: objects.flatMap(typesOf) }] : [];
    }),
  );
}

function bylineMark({ element, tag, words, roles, start, end, region }: Mark): BylineMark | undefined {
  if (region === 'comment' || end <= start || end - start > MAX_BYLINE) return undefined;
  const kinds = {
    isRel: (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/).includes('author'),
    isByline: words.some((word) => BYLINE_CLASSES.has(word)) && !words.some((word) => NOT_BYLINE_CLASSES.has(word)),
    isWriterLink: isWriterLink(element, tag),
    isList: words.includes('authors') && element.querySelectorAll('li').length > 1,
  };
  const isWanted = kinds.isByline || kinds.isWriterLink || roles.some((role) => AUTHOR_ROLES.includes(role));
  return isWanted
    ? { words, roles, start, end, region, href: attributeOf(element, 'href') ?? '', ...kinds }
    : undefined;
}
