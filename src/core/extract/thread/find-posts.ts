import { TextMeasure } from '../clean/text-measure.ts';
import { AUTHORS, TIMES } from './thread-forms.ts';

/** A post of a thread, as it stands in the page. */
export interface Post {
  /** The box of the post: its text, who wrote it and when. */
  readonly box: Element;
  readonly body: Element;
}

/** A thread has an answer. */
const LEAST_POSTS = 2;

/** The share of the posts that must name an author, and a time. */
const AUTHORED = 0.6;
const TIMED = 0.5;

/** The share of the page's text that posts of a thread hold; comments below a story hold less. */
const COVERAGE = 0.5;

/** More text than this before the first post, as Latin letters, is a story with comments below. */
const STORY_BEFORE = 400;

/** Where the posts are named comments, even so much is a story. */
const COMMENTED = 60;
const COMMENTS = /comment|respond|kommentar/i;

/** A box of one name must hold this share of what the largest of all hold, to be taken for its closer fit. */
const CLOSER = 0.9;

/** Boxes that hold the text alone, not its author, are taken if they hold this share of what others do. */
const BARE = 0.4;

/** Bodies of posts are looked for among so many names. */
const MOST_NAMES = 400;

const SKIPPED = /^(?:BODY|HTML|MAIN|HEAD|SCRIPT|STYLE|NAV|FORM|UL|OL|TABLE|TBODY|THEAD|A|IMG|BUTTON|INPUT)$/;
const FURNITURE = 'nav, header, footer, aside, form, [role="navigation"], [role="complementary"], [role="dialog"]';

interface Group {
  readonly bodies: readonly Element[];
  readonly weight: number;
}

/**
 * The posts of a thread: boxes of one name that hold most of the page's text, each beside an author and a time.
 * Undefined where the page is something else, as a story with comments below it.
 */
export function findPosts(page: Element): Post[] | undefined {
  const measure = new TextMeasure(page);
  const groups = groupsOf(page, measure).filter((group) => group.weight >= measure.total.text * (COVERAGE / 3));
  const threads: { posts: Post[]; weight: number; isBare: boolean }[] = [];
  for (const group of groups.toSorted((a, b) => b.weight - a.weight).slice(0, 12)) {
    const posts = postsOf(group.bodies, page);
    if (isThread(posts)) threads.push({ posts, weight: group.weight, isBare: areBare(posts) });
  }
  const most = Math.max(0, ...threads.map(({ weight }) => weight));
  const bare = threads.filter(({ weight, isBare }) => isBare && weight >= most * BARE);
  const largest = Math.max(0, ...bare.map(({ weight }) => weight));
  const fits = bare.length > 0 ? bare.filter(({ weight }) => weight >= largest * CLOSER) : threads;
  const best = fits.toSorted((a, b) => b.posts.length - a.posts.length || a.weight - b.weight)[0];
  if (!best || isBelowStory(best.posts, page, measure)) return undefined;
  return best.posts;
}

/** The elements of a page by the words of their class, those of one name as one group. */
function groupsOf(page: Element, measure: TextMeasure): Group[] {
  const byName = new Map<string, Element[]>();
  for (const element of Array.from(page.querySelectorAll('[class], [itemprop]'))) {
    if (SKIPPED.test(element.tagName) || measure.of(element).text === 0) continue;
    const names = new Set((element.getAttribute('class') ?? '').split(/\s+/));
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
    const outer = elements.filter((element, index) => !elements.slice(0, index).some((one) => one.contains(element)));
    const bodies = outer.filter((element) => !element.closest(FURNITURE));
    if (bodies.length < LEAST_POSTS) continue;
    const weight = bodies.reduce((sum, body) => sum + ownText(body, measure), 0);
    groups.push({ bodies, weight });
    if (groups.length >= MOST_NAMES) break;
  }
  return groups;
}

function ownText(body: Element, measure: TextMeasure): number {
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

function isThread(posts: readonly Post[]): boolean {
  const count = (selector: string) =>
    posts.filter(({ box, body }) => Array.from(box.querySelectorAll(selector)).some((one) => !isQuoted(one, body)))
      .length;
  if (posts.filter(isCard).length * 2 > posts.length) return false;
  return count(AUTHORS) >= posts.length * AUTHORED && count(TIMES) >= posts.length * TIMED;
}

/** True where the bodies do not hold their authors: they are the text alone. */
function areBare(posts: readonly Post[]): boolean {
  const holding = posts.filter(({ body }) => {
    const signs = Array.from(body.querySelectorAll(`${AUTHORS}, ${TIMES}`));
    return body.matches(AUTHORS) || signs.some((one) => !isQuoted(one, body));
  });
  return holding.length * 3 <= posts.length;
}

/** True for a teaser: its heading is a link to its story. */
function isCard({ box }: Post): boolean {
  const heading = box.querySelector('h1, h2, h3, h4');
  const link = heading?.closest('a[href]') ?? heading?.querySelector('a[href]');
  return !!heading && !!link && !link.matches(AUTHORS) && !heading.matches(AUTHORS);
}

function isQuoted(element: Element, body: Element): boolean {
  return body.contains(element) && element.closest('blockquote') !== null;
}

/** True where a story stands before the first post, and the posts are its readers' comments. */
function isBelowStory(posts: readonly Post[], page: Element, measure: TextMeasure): boolean {
  const [first] = posts;
  if (!first) return true;
  const inPosts = posts.reduce((sum, { body }) => sum + measure.of(body).prose, 0);
  let before = 0;
  let outside = 0;
  for (const { node, weight } of measure.proseWithin(page)) {
    if (posts.some(({ box }) => box.contains(node))) continue;
    if (node.parentElement?.closest(FURNITURE)) continue;
    outside += weight;
    // `Node.DOCUMENT_POSITION_PRECEDING`
    if (first.box.compareDocumentPosition(node) & 2) before += weight;
  }
  const isComments = posts.some(({ box, body }) => COMMENTS.test(`${box.className} ${body.className} ${box.id}`));
  return before > (isComments ? COMMENTED : STORY_BEFORE) || outside > inPosts;
}
