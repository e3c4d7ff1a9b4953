import type { Region } from '../../model/date-evidence.ts';
import { collapseSpace } from '../../text/clean-text.ts';
import { attributeOf, classWords, tagOf, wordsIn } from './elements.ts';

/** One line as the page shows it: the text between two block boundaries. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly region: Region;
}

/** An element that may say who wrote the story, or when, or what it is called. */
export interface Mark {
  readonly element: Element;
  readonly tag: string;
  /** Words of its class and id. */
  readonly words: readonly string[];
  /** Values of rel, itemprop and property, lower case. */
  readonly roles: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly region: Region;
}

/** A picture with a text of its own. */
export interface Picture {
  readonly alt: string;
  /** Offset of the picture in the text. */
  readonly at: number;
}

/** The page as one string with its lines and marks; all offsets point into `text`. */
export interface PageText {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
  /** The pictures whose alternative text is short enough for a name. */
  readonly pictures: readonly Picture[];
}

const SKIPPED = 'script style template noscript svg select textarea iframe object head rt rp math';
/** Elements that do not end a line. */
const INLINE =
  'a abbr acronym address b bdi bdo big cite code data del dfn em font i ins kbd label mark meta q rb ruby s samp small span strong sub sup time tt u var wbr img link input';
/** Inline elements that change the look of letters inside a word; white space separates all others from their neighbours. */
const INSIDE_WORDS = 'b i em strong u font sub sup wbr mark s ruby rb';
/**
 * Elements that state a moment: microformats' `abbr` does in its title; those with a hyphen are GitHub's, and others' who
 * took them over.
 */
const TIMES = 'time abbr relative-time time-ago local-time';
export const TIME_TAGS: ReadonlySet<string> = new Set(TIMES.split(' '));

/**
 * Words of classes and ids by what they say of an element; seen on WordPress themes, Disqus, and the pages of large
 * publishers. Each kind is a bit, so that a name is read once for all.
 */
const MARK = 1;
const COMMENT = 2;
const ASIDE = 4;
/** A footer so named is the story's own: WordPress puts byline and date there. */
const OWN = 8;
const FOOTER = 16;
const KINDS: readonly (readonly [number, string])[] = [
  [
    MARK,
    'author authors byline by writer autor autore auteur reporter contributor fn vcard journalist verfasser authorname authorinfo submitted username nickname title headline',
  ],
  [COMMENT, 'comment comments commentlist respond disqus tie pinglun replies reply gentie'],
  [
    ASIDE,
    'sidebar related recommended recommend recommendations footer menu nav navigation breadcrumb breadcrumbs trending popular newsletter promo cookie cookies consent hotnews rank ranking carousel prev skiptranslate',
  ],
  [OWN, 'entry post article meta story'],
  [FOOTER, 'footer'],
];
const kinds = bitsOf(KINDS);
const ROLE_ATTRIBUTES = ['rel', 'itemprop', 'property'];
/** Most values of `rel` have no relation to a byline. */
const WITH_ROLES = '[rel~="author" i],[itemprop],[property]';
/** A link whose address has one of these leads to a page about a writer. */
const WRITER_PATH =
  /\/(?:authors?|autor(?:in|en|es|i)?|auteurs?|autore|contributors?|writers?|columnists?|reporters?|journalists?|redacteurs?|profiles?|producers?|byline|by)\/[^/?#]/i;
const LONGEST_ALT = 100;
const MAX_TEXT = 2_000_000;
const MAX_NAMES = 2_000;
/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`: the class itself is a global. */
const ELEMENTS_AND_TEXT = 5;

/** What an element's name says, a bit each, so that it is looked up once for all. */
const IS_SKIPPED = 1;
const IS_INLINE = 2;
const IS_INSIDE_WORD = 4;
const IS_ASIDE = 8;
/** A moment or a heading. */
const IS_MARK = 16;
/** Holds the page or its main part: what it is called says nothing. */
const IS_MAIN = 32;
const traits = bitsOf([
  [IS_SKIPPED, SKIPPED],
  [IS_INLINE, INLINE],
  [IS_INSIDE_WORD, INSIDE_WORDS],
  [IS_ASIDE, 'nav aside footer menu'],
  [IS_MARK, `${TIMES} h1 h2 h3 h4`],
  [IS_MAIN, 'body html main article'],
]);

/** The bits of each word of a table. */
function bitsOf(table: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, words] of table) for (const word of words.split(' ')) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
}

interface Open {
  readonly node: Node;
  readonly region: Region;
  /** The traits of its name. */
  readonly its: number;
  /** Its place among the marks; -1 where it is not one. */
  readonly mark: number;
}

const NO_ROLES: readonly string[] = [];

/**
 * Reads the whole document in one pass, without recursion: a page may be ten thousand elements deep.
 * Script text, menus of forms and drawings are left out.
 */
export function readPageText(document: Document, root: Element): PageText {
  const walker = document.createTreeWalker(root, ELEMENTS_AND_TEXT);
  const writer = new LineWriter();
  const withRoles = new Set(root.querySelectorAll(WITH_ROLES));
  const marks: (Mark & { end: number })[] = [];
  const pictures: Picture[] = [];
  const open: Open[] = [];
  const close = (): Open | undefined => {
    const closed = open.pop();
    const mark = marks[closed?.mark ?? -1];
    if (mark) mark.end = writer.length;
    if (closed) writer.pass(closed.its);
    return open.at(-1);
  };
  const enter = (element: Element, tag: string, its: number, around: Region): void => {
    const named = hasAttributes(element, tag) ? kindOf(element) : 0;
    const roles = withRoles.has(element) ? rolesOf(element) : NO_ROLES;
    writer.pass(its);
    const region = around === 'main' && !(its & IS_MAIN) ? regionOf(element, tag, named, its) : around;
    if (tag === 'img') addPicture(pictures, element, writer.length);
    const isMark = (named & MARK) !== 0 || (its & IS_MARK) !== 0 || roles.length > 0 || isWriterLink(element, tag);
    if (isMark) {
      const words = classWords(element);
      marks.push({ element, tag, words, roles, start: writer.length, end: writer.length, region });
    }
    open.push({ node: element, region, its, mark: isMark ? marks.length - 1 : -1 });
  };

  for (let node = walker.nextNode(); node && writer.length < MAX_TEXT; ) {
    const value = node.nodeValue;
    const isText = typeof value === 'string';
    // Most text of a page is the white space between its elements. Whose it is does not matter.
    if (isText && value.trim() === '') {
      if (value !== '') writer.space();
      node = walker.nextNode();
      continue;
    }
    const tag = isText ? '' : tagOf(node as Element);
    const its = traits.get(tag) ?? 0;
    if (its & IS_SKIPPED) {
      node = nodeBehind(walker);
      continue;
    }
    // A form may have a control named `parentNode`; whether something contains the form, its container says.
    const parent = tag === 'form' ? undefined : node.parentNode;
    let outer = open.at(-1);
    while (outer && !(parent === undefined ? outer.node.contains(node) : outer.node === parent)) outer = close();
    const region = outer?.region ?? 'main';
    if (isText) writer.write(value, region);
    else enter(node as Element, tag, its, region);
    node = walker.nextNode();
  }
  while (open.length > 0) close();
  writer.endLine();
  return { text: writer.text(), lines: writer.lines, marks, pictures };
}

/** The next node that is not in the walker's current one. */
function nodeBehind(walker: TreeWalker): Node | null {
  let node = walker.nextSibling();
  while (!node && walker.parentNode()) node = walker.nextSibling();
  return node;
}

function addPicture(pictures: Picture[], element: Element, at: number): void {
  const alt = attributeOf(element, 'alt') ?? '';
  if (alt.length > 2 && alt.length <= LONGEST_ALT) pictures.push({ alt, at });
}

/** A mark's own text, trimmed. */
export function textOfMark(page: PageText, mark: Mark): string {
  return page.text.slice(mark.start, mark.end).trim();
}

/** Whether an element is a link to a page about a writer. */
export function isWriterLink(element: Element, tag: string): boolean {
  return tag === 'a' && WRITER_PATH.test(attributeOf(element, 'href') ?? '');
}

/** Skips five look-ups for elements without attributes. A control may shadow the method of a form, so forms count as having some. */
function hasAttributes(element: Element, tag: string): boolean {
  return tag === 'form' || element.hasAttributes();
}

/** The bits of all words of an element's class and id. */
function kindOf(element: Element): number {
  const names = attributeOf(element, 'class');
  const id = attributeOf(element, 'id');
  return (names ? kindOfName(names) : 0) | (id ? kindOfName(id) : 0);
}

/** Caches the kinds by name: most elements of a page, and of a site, share a few names. */
const kindsOfNames = new Map<string, number>();

function kindOfName(name: string): number {
  const known = kindsOfNames.get(name);
  if (known !== undefined) return known;
  let kind = 0;
  for (const word of wordsIn(name)) kind |= kinds.get(word) ?? 0;
  if (kindsOfNames.size > MAX_NAMES) kindsOfNames.clear();
  kindsOfNames.set(name, kind);
  return kind;
}

function rolesOf(element: Element): readonly string[] {
  const roles: string[] = [];
  for (const name of ROLE_ATTRIBUTES) {
    const value = attributeOf(element, name);
    if (value) roles.push(...value.toLowerCase().split(/\s+/));
  }
  return roles;
}

/** The region of an element in the main part of the page. @param its traits of its name. */
function regionOf(element: Element, tag: string, named: number, its: number): Region {
  if (named & COMMENT) return 'comment';
  if (named & OWN && (tag === 'footer' || named & FOOTER)) return 'main';
  if (its & IS_ASIDE) return 'aside';
  return named & ASIDE && !holdsStory(element, tag) ? 'aside' : 'main';
}

/** A layout with a sidebar is named after it too: `content-sidebar-wrap`. A form may have a control that hides the method. */
function holdsStory(element: Element, tag: string): boolean {
  return tag !== 'form' && element.querySelector('h1, main') !== null;
}

/** Collects text line by line with white space collapsed. */
class LineWriter {
  readonly lines: Line[] = [];
  length = 0;
  private readonly chunks: string[] = [];
  private lineStart = 0;
  private region: Region = 'main';
  private spacePending = false;

  write(raw: string, region: Region): void {
    if (raw === '') return;
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.charCodeAt(0) !== raw.charCodeAt(0)) this.spacePending = true;
    if (trimmed === '') return;
    const text = collapseSpace(trimmed);
    if (this.length === this.lineStart) this.region = region;
    else if (this.spacePending) this.push(' ');
    this.push(text);
    this.spacePending = text.charCodeAt(text.length - 1) !== raw.charCodeAt(raw.length - 1);
  }

  space(): void {
    this.spacePending = true;
  }

  /** Begins or ends an element. @param its traits of its name. */
  pass(its: number): void {
    if (!(its & IS_INLINE)) this.endLine();
    else if (!(its & IS_INSIDE_WORD)) this.spacePending = true;
  }

  endLine(): void {
    this.spacePending = false;
    if (this.length === this.lineStart) return;
    this.lines.push({ start: this.lineStart, end: this.length, region: this.region });
    this.push('\n');
    this.lineStart = this.length;
  }

  text(): string {
    return this.chunks.join('');
  }

  private push(text: string): void {
    this.chunks.push(text);
    this.length += text.length;
  }
}
