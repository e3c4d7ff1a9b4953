import type { MeasuredText, TextAmounts } from '../../model/measured-text.ts';
import type { StatedKind } from '../../model/modules.ts';
import type { Post } from './post.ts';
import { isAuthor, signsOf } from './signs.ts';
import { isNamedComment, withoutRemarks } from './without-remarks.ts';

/** A thread has an answer. */
const LEAST_POSTS = 2;

/**
 * Boxes that hold more than a text may be the parts of a page, unless the page states a thread: where they are fewer, or
 * one has more than this share of their prose.
 */
const LEAST_FULL = 4;
const MOST_OF_ALL = 0.75;

/** The share of the posts that must name an author, and a time. */
const AUTHORED = 0.6;
const TIMED = 0.5;

/** Boxes with less than this share of the page's text are not posts; where the page states a thread, less will do. */
const LEAST_SHARE = 0.17;
const LEAST_STATED = 0.1;

/** More text than this before the first post, as Latin letters, is a story with comments below. */
const STORY_BEFORE = 400;

/** Where the posts are named comments, or the page states an article, even so much is a story. */
const COMMENTED = 60;

/** With more of the posts' text than this, the first is a story, where the page states an article. */
const STORY_SHARE = 0.5;

/** Posts of a line or two have no prose: where the page states a thread, so much of their text counts as that. */
const SHORT_POSTS = 0.3;

/** A box of one name must hold this share of what the largest of all hold, to be taken for its closer fit. */
const CLOSER = 0.9;

/** Boxes that hold the text alone, not its author, are taken if they hold this share of what others do. */
const BARE = 0.4;

/** So many names are looked at, those of the largest boxes first. */
const MOST_GROUPS = 40;

const SKIPPED = /^(?:BODY|HTML|MAIN|HEAD|SCRIPT|STYLE|NAV|FORM|UL|OL|TABLE|TBODY|THEAD|A|IMG|BUTTON|INPUT)$/;
const FURNITURE =
  'nav, header, footer, aside, [role="navigation"], [role="complementary"], [role="dialog"], [class~="side"], [class~="sidebar"]';

interface Group {
  readonly bodies: readonly Element[];
  readonly weight: number;
}

/**
 * The posts of a thread: boxes of one name that hold most of the page's text, each beside an author and a time.
 * Undefined where the page is something else, as a story with comments below it.
 *
 * @param measure the page's amounts of text.
 * @param stated what the page states that it is.
 */
export function findPosts(page: Element, measure: MeasuredText, stated?: StatedKind): Post[] | undefined {
  const groups = groupsOf(page, measure, stated === 'thread' ? LEAST_STATED : LEAST_SHARE);
  // To look for signs is dear: every element is asked, and most pages have no such boxes.
  if (groups.length === 0) return undefined;
  const elements = Array.from(page.querySelectorAll('*'));
  const signs: Signs = { authors: signsOf(elements, 'author'), times: signsOf(elements, 'time') };
  const found: Thread[] = [];
  for (const { bodies, weight } of groups.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_GROUPS)) {
    const posts = postsOf(bodies, page);
    if (!isThread(posts, signs, stated)) continue;
    const isBare = areBare(bodies, signs);
    const amounts = bodies.map((body) => measure.of(body).prose);
    const prose = amounts.reduce((sum, amount) => sum + amount, 0);
    const areColumns = posts.length < LEAST_FULL || Math.max(...amounts) > prose * MOST_OF_ALL;
    if (stated !== 'thread' && !isBare && areColumns) continue;
    found.push({ posts, weight, prose, isBare, signed: signedBoxes(posts, signs).size });
  }
  // Boxes that hold who the posters are have no prose.
  const mostProse = Math.max(0, ...found.map(({ prose }) => prose));
  const threads = found.filter(({ prose }) => prose >= mostProse * BARE);
  const most = Math.max(0, ...threads.map(({ weight }) => weight));
  const bare = threads.filter(
    ({ weight, prose, isBare }) => isBare && (weight >= most * BARE || prose >= mostProse * CLOSER),
  );
  const largest = Math.max(0, ...bare.map(({ weight }) => weight));
  const fits = bare.length > 0 ? bare.filter(({ weight }) => weight >= largest * CLOSER) : threads;
  const best = fits.toSorted((a, b) => b.signed - a.signed || a.weight - b.weight)[0];
  if (!best || isBelowStory(best.posts, page, measure, stated)) return undefined;
  const signed = signedBoxes(best.posts, signs);
  const posts = best.posts.filter((post) => signed.has(post.box) || isText(post, measure));
  return withoutRemarks(posts, signed, measure);
}

interface Thread {
  readonly posts: Post[];
  readonly weight: number;
  readonly prose: number;
  /** The bodies hold the text alone, not who wrote it and when. */
  readonly isBare: boolean;
  /** How many of the posts name an author or a time. */
  readonly signed: number;
}

/** The elements of a page that name an author or a time. Those in quotations are not of the post around them. */
interface Signs {
  readonly authors: readonly Element[];
  readonly times: readonly Element[];
}

/** Those of some boxes, none of them in another, that hold one of the elements. */
function holdersOf(boxes: readonly Element[], elements: readonly Element[]): ReadonlySet<Element> {
  const all = new Set(boxes);
  const holding = new Set<Element>();
  for (const element of elements) {
    for (let box: Element | null = element; box; box = box.parentElement) {
      if (!all.has(box)) continue;
      holding.add(box);
      break;
    }
  }
  return holding;
}

function countHolding(boxes: readonly Element[], elements: readonly Element[]): number {
  return holdersOf(boxes, elements).size;
}

/** The elements of a page by the words of their class, those of one name as one group. */
function groupsOf(page: Element, measure: MeasuredText, leastShare: number): Group[] {
  const byName = new Map<string, Element[]>();
  for (const element of Array.from(page.querySelectorAll(':is([class], [id], [itemprop])'))) {
    if (SKIPPED.test(element.tagName) || measure.of(element).text === 0) continue;
    const names = new Set((element.getAttribute('class') ?? '').split(/\s+/));
    const id = element.getAttribute('id') ?? '';
    // `post_message_123` is one of many.
    if (/\d/.test(id)) names.add(`#${id.replace(/\d+/g, '')}`);
    const property = element.getAttribute('itemprop');
    if (property) names.add(`[${property}]`);
    for (const name of names) {
      if (name === '' || /\d{3}/.test(name)) continue;
      const others = byName.get(name);
      if (others) others.push(element);
      else byName.set(name, [element]);
    }
  }
  const groups: Group[] = [];
  for (const elements of byName.values()) {
    if (elements.length < LEAST_POSTS) continue;
    const outer = outermost(elements);
    const weight = outer.reduce((sum, body) => sum + ownText(body, measure), 0);
    if (outer.length < LEAST_POSTS || weight < measure.total.text * leastShare) continue;
    const bodies = outer.filter((element) => !element.closest(FURNITURE));
    if (bodies.length >= LEAST_POSTS && !areCells(bodies)) groups.push({ bodies, weight });
  }
  return groups;
}

/** Those of some elements, in document order, that are in no other of them. */
function outermost(elements: readonly Element[]): Element[] {
  const outer: Element[] = [];
  for (const element of elements) if (!outer.at(-1)?.contains(element)) outer.push(element);
  return outer;
}

/** True for boxes that come in twos or threes, each pair in a box of its own: the cells of posts, of which one names the poster. */
function areCells(bodies: readonly Element[]): boolean {
  const rows = new Set(bodies.map(({ parentElement }) => parentElement)).size;
  return rows > 1 && bodies.length >= rows * 1.8 && bodies.length <= rows * 3;
}

function ownText(body: Element, measure: MeasuredText): number {
  const { text, linkText } = measure.of(body);
  return linkText > text * 0.7 ? 0 : text;
}

/** The posts around their bodies: the largest box around each that holds no other body. */
function postsOf(bodies: readonly Element[], page: Element): Post[] {
  const counts = new Map<Element, number>();
  for (const body of bodies) {
    for (let box: Element | null = body; box && box !== page; box = box.parentElement)
      counts.set(box, (counts.get(box) ?? 0) + 1);
  }
  return bodies.map((body) => {
    let box = body;
    for (let outer = body.parentElement; outer && counts.get(outer) === 1; outer = outer.parentElement) box = outer;
    return { box, body };
  });
}

function isThread(posts: readonly Post[], { authors, times }: Signs, stated?: StatedKind): boolean {
  const boxes = posts.map(({ box }) => box);
  if (posts.filter(isCard).length * 2 > posts.length) return false;
  const timed = countHolding(boxes, times);
  // A page that states that it is a thread may mark its authors by nothing that is known.
  if (stated === 'thread' && timed >= posts.length * CLOSER) return true;
  const authored = countHolding(boxes, authors);
  if (authored < posts.length * AUTHORED) return false;
  return timed >= posts.length * TIMED;
}

function areBare(bodies: readonly Element[], { authors, times }: Signs): boolean {
  return Math.max(countHolding(bodies, authors), countHolding(bodies, times)) * 3 <= bodies.length;
}

/** The boxes of those posts that name an author or a time. */
function signedBoxes(posts: readonly Post[], { authors, times }: Signs): ReadonlySet<Element> {
  const boxes = posts.map(({ box }) => box);
  return new Set([...holdersOf(boxes, authors), ...holdersOf(boxes, times)]);
}

/** True for a teaser: its heading is a link to its story. */
function isCard({ box }: Post): boolean {
  const heading = box.querySelector('h1, h2, h3, h4');
  const link = heading?.closest('a[href]') ?? heading?.querySelector('a[href]');
  return !!heading && !!link && !isAuthor(link) && !isAuthor(heading);
}

/** True where a story is before the first post, and the posts are its readers' comments. */
function isBelowStory(posts: readonly Post[], page: Element, measure: MeasuredText, stated?: StatedKind): boolean {
  const [first, ...others] = posts;
  if (!first) return true;
  const amountOf = ({ text, prose }: TextAmounts): number =>
    stated === 'thread' ? Math.max(prose, text * SHORT_POSTS) : prose;
  const inPosts = posts.reduce((sum, { body }) => sum + amountOf(measure.of(body)), 0);
  // A story and its teasers, or its comments, may bear one name.
  const isBesideStory = (post: Post): boolean => isNamedComment(post) || isMostlyLinks(post, measure);
  const hasStory = stated === 'shared-article' && amountOf(measure.of(first.body)) > inPosts * STORY_SHARE;
  if (hasStory && !isNamedComment(first) && others.filter(isBesideStory).length * 2 >= others.length) return true;
  const boxes = new Set(posts.map(({ box }) => box));
  let before = 0;
  let outside = 0;
  for (const { node, weight } of measure.proseWithin(page)) {
    if (isWithin(node, boxes) || node.parentElement?.closest(FURNITURE)) continue;
    outside += weight;
    // `Node.DOCUMENT_POSITION_PRECEDING`
    if (first.box.compareDocumentPosition(node) & 2) before += weight;
  }
  const areComments = posts.some(isNamedComment);
  if (stated === 'thread') return outside > inPosts;
  const least = areComments || stated === 'shared-article' ? COMMENTED : STORY_BEFORE;
  return before > least || outside > inPosts;
}

/** True for a post that names nobody and is no list of other threads. */
function isText(post: Post, measure: MeasuredText): boolean {
  return ownText(post.body, measure) > 0 && !isMostlyLinks(post, measure);
}

function isMostlyLinks({ body }: Post, measure: MeasuredText): boolean {
  const { text, linkText } = measure.of(body);
  return linkText > text * 0.5;
}

function isWithin(node: Node, boxes: ReadonlySet<Element>): boolean {
  for (let box = node.parentElement; box; box = box.parentElement) if (boxes.has(box)) return true;
  return false;
}
