import { attributeOf } from '../sources/elements.ts';
import type { PageSources } from '../sources/page-sources.ts';
import { type Line, type Mark, textOfMark } from '../sources/page-text.ts';
import { type AuthorCandidate, uniqueNames } from './author-candidate.ts';
import { type Byline, type BylineReader, looksLikeName } from './byline-reader.ts';

/** Class words of bylines. */
const BYLINE_CLASSES = new Set(
  'author authors byline by writer autor autore auteur reporter contributor vcard fn journalist verfasser forfatter redacteur authorname authorinfo submitted username'.split(
    ' ',
  ),
);
/** Class words of blocks about an author rather than of a byline, and of what else bears the word. */
const NOT_BYLINE_CLASSES = new Set(
  'comment comments avatar image img photo social related time description email twitter follow count share job role title position'.split(
    ' ',
  ),
);
/** A link whose address has one of these is a link to its author. */
const AUTHOR_PATHS = [
  '/author/',
  '/authors/',
  '/autor/',
  '/autoren/',
  '/auteur/',
  '/by/',
  '/profile/',
  '/user/',
  '/users/',
  '/people/',
  '/staff/',
  '/team/',
  '/reporter/',
  '/journalist/',
  '/contributor',
];
/** A date in digits with nothing beside it but one name: before it, or behind it and a sign. */
const LINE_WITH_DATE =
  /^(?:([^\d|,–-]{5,40})[|–-] ?)?\d{1,2}\.\d{1,2}\.\d{4}(?:[ |,–-]{1,3}\d\d[:.]\d\d(?: Uhr)?)?(?: ?[|–-] ?([^\d|,–-]{5,40}))?$/;
const AUTHOR_LABEL = /^(?:author|autor|autorin|autoren|auteur|autore|text|texto) ?: ?(.{5,80})/gim;
/** More is a list of stories. */
const MAX_LABELS = 3;
const MAX_BYLINE = 160;
const LINES_ABOVE = 5;
const LINES_BELOW = 14;
/** Names linked further apart than this are not one byline. */
const BYLINE_SPREAD = 400;

/** The writers that readers see: author links, bylines, lines that begin with “By”, names in brackets. */
export function candidatesInPage(sources: PageSources, headlineAt: number | undefined): AuthorCandidate[] {
  return [
    ...fromRoles(sources, headlineAt),
    ...fromClasses(sources, headlineAt),
    ...fromLines(sources, headlineAt),
    ...fromLabels(sources),
    ...fromEastAsianLines(sources, headlineAt),
  ].filter(({ names }) => names.length > 0);
}

/** `rel="author"` and `itemprop="author"`: the names that stand together nearest to the headline. */
function fromRoles(sources: PageSources, headlineAt: number | undefined): AuthorCandidate[] {
  const candidates: AuthorCandidate[] = [];
  const withRoles = sources.page.marks.filter((mark) => mark.roles.length > 0 && isShort(mark));
  for (const [roles, origin, weight] of [
    [['author'], 'link', 0.8],
    [['author', 'creator', 'schema:author'], 'microdata', 0.7],
  ] as const) {
    const marks = withRoles.filter(
      (mark) => roles.some((role) => mark.roles.includes(role)) && hasRel(mark) === (origin === 'link'),
    );
    for (const region of ['main', 'aside'] as const) {
      const inRegion = marks.filter((mark) => mark.region === region);
      const first = nearest(inRegion, headlineAt);
      const cluster = inRegion.filter(
        ({ start }) => first && start >= first.start && start - first.start < BYLINE_SPREAD,
      );
      const names = uniqueNames(cluster.flatMap((mark) => readMark(sources, mark).names));
      candidates.push({ names, origin, weight: region === 'main' ? weight : 0.4, shown: true });
    }
  }
  return candidates;
}

function fromClasses(sources: PageSources, headlineAt: number | undefined): AuthorCandidate[] {
  const candidates: AuthorCandidate[] = [];
  for (const mark of sources.page.marks) {
    if (!isShort(mark) || !isByline(mark)) continue;
    const { names, labelled } = readMark(sources, mark);
    const isLinked = linksToAuthor(mark.element);
    if (!labelled && !isLinked && !names.every(looksLikeName)) continue;
    const weight =
      0.25 +
      0.3 * closeness(mark.start, headlineAt) +
      (labelled || isLinked ? 0.1 : 0) -
      (mark.region === 'aside' ? 0.2 : 0);
    candidates.push({ names, origin: 'page-text', weight, shown: true });
  }
  return candidates;
}

/** Lines by the headline that begin with “By” or its like, or have it behind a date: `Posted on 3 May by Ann Lee`. */
function fromLines(sources: PageSources, headlineAt: number | undefined): AuthorCandidate[] {
  if (headlineAt === undefined) return [];
  const candidates: AuthorCandidate[] = [];
  for (const line of linesNear(sources, headlineAt)) {
    const text = sources.page.text.slice(line.start, line.end);
    const names = sources.bylines.behindLabel(text) ?? namesBesideDate(text, sources.bylines);
    if (names.length === 0 || !names.every(looksLikeName)) continue;
    candidates.push({
      names,
      origin: 'page-text',
      weight: 0.45 + 0.2 * closeness(line.start, headlineAt),
      shown: true,
    });
  }
  return candidates;
}

/** `Author: Ann Lee`, in a line of its own anywhere: often behind the last paragraph. */
function fromLabels({ page, bylines }: PageSources): AuthorCandidate[] {
  return Array.from(page.text.matchAll(AUTHOR_LABEL))
    .slice(0, MAX_LABELS)
    .flatMap((match) => {
      const line = page.lines.find(({ end }) => end > match.index);
      const names = line?.region === 'main' ? bylines.read(match[1] ?? '').names.filter(looksLikeName) : [];
      return { names, origin: 'page-text', weight: 0.35, shown: true };
    });
}

/** `Posted on 3 May by Ann Lee`, `25.10.2022 - Ann Lee`, `04.02.2022 | 13:10 Uhr | Ann Lee`; a comma stands behind a place: `New York, 05.12.2021` */
function namesBesideDate(text: string, bylines: BylineReader): readonly string[] {
  if (!/\d/.test(text)) return [];
  const alone = LINE_WITH_DATE.exec(text);
  if (alone) {
    const { names } = bylines.read(alone[1] ?? alone[2] ?? '');
    return names.every((name) => name.includes(' ')) ? names : [];
  }
  const match = /\d\s*(?:Uhr\s*)?(?:[|,–-]\s*)?\b(?:by|von|par|por|di|door|av)\s+(.{3,80})/i.exec(text);
  return match?.[1] ? bylines.read(match[1]).names : [];
}

/** In-text bylines stand by the headline, in the first sentence or behind the last one. */
function fromEastAsianLines(sources: PageSources, headlineAt: number | undefined): AuthorCandidate[] {
  if (!sources.readEastAsianByline) return [];
  const candidates: AuthorCandidate[] = [];
  for (const line of sources.page.lines) {
    if (line.region !== 'main' || line.end < (headlineAt ?? 0)) continue;
    const byline = sources.readEastAsianByline(sources.page.text.slice(line.start, line.end));
    if (!byline) continue;
    const weight = 0.6 + 0.12 * byline.sureness + 0.05 * closeness(line.start, headlineAt);
    candidates.push({ names: byline.names, origin: 'page-text', weight, person: true, shown: true });
    if (candidates.length > 20) break;
  }
  return candidates;
}

/** A label behind a rubric. German's is a part of names too: where only a name stands, and in English, it is none. */
const INNER_LABEL = /\s(?:by|par|por)\s+(.{3,80})$/i;
const INNER_LABEL_OR_VON = /\s(?:by|von|par|por)\s+(.{3,80})$/i;

/** The first line of an element that yields a name; in a byline the label may stand behind a rubric: `Essay von Ann Lee`. */
function readMark(sources: PageSources, mark: Mark): Byline {
  const isNaming = hasRel(mark);
  const label = sources.isEuropean && !isNaming ? INNER_LABEL_OR_VON : INNER_LABEL;
  let labelled = false;
  for (const line of textOfMark(sources.page, mark).split('\n')) {
    const byline = sources.bylines.read(line, isNaming);
    labelled ||= byline.labelled;
    const inner = byline.labelled ? undefined : label.exec(line);
    if (inner) return { names: sources.bylines.read(inner[1] ?? '').names, labelled: true };
    if (byline.names.length > 0) return { names: byline.names, labelled };
  }
  return { names: [], labelled };
}

function isShort(mark: Mark): boolean {
  return mark.region !== 'comment' && mark.end > mark.start && mark.end - mark.start <= MAX_BYLINE;
}

function hasRel(mark: Mark): boolean {
  return (attributeOf(mark.element, 'rel') ?? '').toLowerCase().split(/\s+/).includes('author');
}

function isByline(mark: Mark): boolean {
  return (
    mark.words.some((word) => BYLINE_CLASSES.has(word)) && !mark.words.some((word) => NOT_BYLINE_CLASSES.has(word))
  );
}

function linksToAuthor(element: Element): boolean {
  const href = (attributeOf(element, 'href') ?? '').toLowerCase();
  return AUTHOR_PATHS.some((path) => href.includes(path));
}

function nearest(marks: readonly Mark[], headlineAt: number | undefined): Mark | undefined {
  const at = headlineAt ?? 0;
  const behind = marks.find(({ start }) => start >= at);
  const ahead = marks.findLast(({ start }) => start < at);
  if (!ahead || !behind) return behind ?? ahead;
  return at - ahead.start < behind.start - at && at - ahead.start < BYLINE_SPREAD ? ahead : behind;
}

function linesNear(sources: PageSources, at: number): Line[] {
  const { lines } = sources.page;
  const index = Math.max(
    0,
    lines.findIndex((line) => line.end > at),
  );
  const near = lines.slice(Math.max(0, index - LINES_ABOVE), index + LINES_BELOW);
  return near.filter(({ region, start, end }) => region !== 'comment' && end - start < MAX_BYLINE);
}

/** 1 beside the headline, falling with the text between; a half where the page has no headline. */
function closeness(at: number, headlineAt: number | undefined): number {
  if (headlineAt === undefined) return 0.5;
  const distance = at - headlineAt;
  if (distance < 0) return Math.max(0, 1 + distance / 800);
  return Math.max(0, 1 - distance / 20_000) * (distance < 2_000 ? 1 : 0.5);
}
