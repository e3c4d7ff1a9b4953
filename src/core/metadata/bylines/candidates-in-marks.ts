import type { BylineMark } from '../../model/author-evidence.ts';
import { type AuthorCandidate, uniqueNames } from './author-candidate.ts';
import { type AuthorSources, textOfMark } from './author-sources.ts';
import { type Byline, looksLikeName } from './byline-reader.ts';
import { closeness } from './closeness.ts';

/** A link whose address has one of these is a link to its author. */
const AUTHOR_PATHS = [
  ...[
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
  ],
  ...['/staff/', '/team/', '/reporter/', '/journalist/', '/contributor'],
];
/** Names linked further apart than this are not one byline. */
const BYLINE_SPREAD = 400;
/** The text between two names of one byline that have elements of their own. */
const BETWEEN_NAMES = /^[\s,;&|·•/]*(?:and|und|et|y|e|og|och|en|with|mit)?[\s,]*$/i;
/** How much less a pen name weighs than a person's: buttons and counters have its shape too. */
const PEN_NAME = 0.15;
/** Below a byline the story begins; a link to a writer further down may belong to another story. */
const NEAR = 3_000;

/** The writers that elements of the page name: by their roles, by their classes, by where they link. */
export function candidatesInMarks(sources: AuthorSources): AuthorCandidate[] {
  return [...fromRoles(sources), ...fromClasses(sources), ...fromLinks(sources)];
}

/** `rel="author"` and `itemprop="author"`: the group of names nearest to the headline. */
function fromRoles(sources: AuthorSources): AuthorCandidate[] {
  const { marks: all, headline: headlineAt } = sources.evidence;
  const candidates: AuthorCandidate[] = [];
  for (const [roles, origin, weight] of [
    [['author'], 'link', 0.8],
    [['author', 'creator', 'schema:author'], 'microdata', 0.7],
  ] as const) {
    const marks = all.filter(
      (mark) => roles.some((role) => mark.roles.includes(role)) && mark.isRel === (origin === 'link'),
    );
    for (const region of ['main', 'aside'] as const) {
      const cluster = clusterOf(
        marks.filter((mark) => mark.region === region),
        headlineAt,
      );
      const names = uniqueNames(cluster.flatMap((mark) => readMark(sources, mark).names));
      candidates.push({ names, origin, weight: region === 'main' ? weight : 0.4, shown: true });
    }
  }
  return candidates;
}

function fromClasses(sources: AuthorSources): AuthorCandidate[] {
  const { marks, headline: headlineAt } = sources.evidence;
  const candidates: AuthorCandidate[] = [];
  let before: BylineMark | undefined;
  for (const mark of marks) {
    if (!mark.isByline) continue;
    const { names, labelled, penName } = readMark(sources, mark);
    const isLinked = linksToAuthor(mark);
    if (!labelled && !isLinked && !names.every(looksLikeName)) continue;
    const last = candidates.at(-1);
    if (last && before && isSameByline(sources, before, mark)) {
      candidates[candidates.length - 1] = { ...last, names: uniqueNames([...last.names, ...names]) };
      before = mark;
      continue;
    }
    before = mark;
    const weight =
      0.25 +
      0.3 * closeness(mark.start, headlineAt) +
      (labelled || isLinked ? 0.1 : 0) -
      (penName || (!labelled && !isLinked && isOneWord(names)) ? PEN_NAME : 0) -
      (mark.region === 'aside' ? 0.2 : 0);
    candidates.push({ names, origin: 'page-text', weight, shown: true });
  }
  return candidates;
}

/** Links to pages about writers (`/authors/ann-lee`), whatever their class: the group nearest to the headline. */
function fromLinks(sources: AuthorSources): AuthorCandidate[] {
  const { marks, headline: headlineAt } = sources.evidence;
  const links = marks.filter(({ region, isWriterLink }) => region === 'main' && isWriterLink);
  const cluster = clusterOf(links, headlineAt);
  const names = uniqueNames(
    cluster
      .flatMap((mark) => readMark(sources, mark).names)
      .filter((name) => name.includes(' ') && looksLikeName(name)),
  );
  const start = cluster[0]?.start ?? 0;
  const isNear = headlineAt === undefined || Math.abs(start - headlineAt) < NEAR;
  return [{ names, origin: 'link', weight: isNear ? 0.35 + 0.3 * closeness(start, headlineAt) : 0.1, shown: true }];
}

interface MarkedByline extends Byline {
  /** It is Chinese, Japanese or Korean and no name of a person by its shape. */
  readonly penName?: boolean;
}

/** A label behind a rubric. `von` is also part of names, so it counts on European pages only, and not inside author links. */
const INNER_LABEL = /\s(?:by|par|por)\s+(.{3,80})$/i;
const INNER_LABEL_OR_VON = /\s(?:by|von|par|por)\s+(.{3,80})$/i;

/** What is done by somebody, or with something, other than writing: `Powered by Acme`, `Shop by brand`. */
const NOT_WRITTEN = /^.{0,40}\b(?:powered|hosted|sponsored|shop|sort(?:ed)?|filter(?:ed)?|browse|search) by\b/i;

/**
 * The names of an element: of the first line that has one, and of the following items of a list. In a byline the label may
 * follow a rubric: `Essay von Ann Lee`.
 */
function readMark(sources: AuthorSources, mark: BylineMark): MarkedByline {
  const isNaming = mark.isRel;
  const text = textOfMark(sources, mark);
  if (NOT_WRITTEN.test(text)) return { names: [], labelled: false };
  const field = sources.eastAsian?.readField(text);
  if (field) return { ...field, penName: !field.isPerson };
  const label = sources.isEuropean && !isNaming ? INNER_LABEL_OR_VON : INNER_LABEL;
  let labelled = false;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const byline = sources.bylines.read(line, isNaming);
    labelled ||= byline.labelled;
    const inner = byline.labelled ? undefined : label.exec(line);
    if (inner) return { names: sources.bylines.read(inner[1] ?? '').names, labelled: true };
    if (byline.names.length === 0) continue;
    const more = mark.isList ? lines.slice(index + 1).filter(looksLikeName) : [];
    return {
      names: uniqueNames([
        ...withoutRest(byline.names, sources, mark),
        ...more.flatMap((item) => sources.bylines.read(item).names),
      ]),
      labelled,
    };
  }
  return { names: [], labelled };
}

/** The names, each only as far as an element within the byline holds it: `<b class="author-name">Ann Lee</b> Gardener`. */
function withoutRest(names: readonly string[], sources: AuthorSources, mark: BylineMark): readonly string[] {
  const inner = sources.evidence.marks
    .filter(({ start, end }) => start >= mark.start && end <= mark.end && end - start < mark.end - mark.start)
    .map((one) => textOfMark(sources, one))
    .filter((text) => text.includes(' ') && looksLikeName(text));
  const whole = (name: string): string => inner.find((text) => name.startsWith(`${text} `)) ?? name;
  const cut = names.findIndex((name) => whole(name) !== name);
  // Behind a name that was cut is the rest of what the person does: `Gardener & Astrologer`.
  return names.filter((name, index) => cut === -1 || index <= cut || inner.includes(whole(name))).map(whole);
}

/** One Latin word: a first name, a pen name, or the text of a menu. */
function isOneWord(names: readonly string[]): boolean {
  return names.length === 1 && /^[\p{Script=Latin}\d._'’-]+$/u.test(names[0] ?? '');
}

function isSameByline({ evidence }: AuthorSources, first: BylineMark, second: BylineMark): boolean {
  return (
    first.words.join(' ') === second.words.join(' ') &&
    first.end <= second.start &&
    second.start - first.end < 12 &&
    BETWEEN_NAMES.test(evidence.text.slice(first.end, second.start))
  );
}

/** Returns the group of marks nearest to the headline. */
function clusterOf(marks: readonly BylineMark[], headlineAt: number | undefined): readonly BylineMark[] {
  const first = nearest(marks, headlineAt);
  return marks.filter(({ start }) => first && start >= first.start && start - first.start < BYLINE_SPREAD);
}

function linksToAuthor({ href }: BylineMark): boolean {
  return AUTHOR_PATHS.some((path) => href.toLowerCase().includes(path));
}

function nearest(marks: readonly BylineMark[], headlineAt: number | undefined): BylineMark | undefined {
  const at = headlineAt ?? 0;
  const behind = marks.find(({ start }) => start >= at);
  const ahead = marks.findLast(({ start }) => start < at);
  if (!ahead || !behind) return behind ?? ahead;
  return at - ahead.start < behind.start - at && at - ahead.start < BYLINE_SPREAD ? ahead : behind;
}
