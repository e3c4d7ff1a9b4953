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

const SKIPPED = new Set('script style template noscript svg select textarea iframe object head rt rp math'.split(' '));
/** Elements that do not end a line. */
const INLINE = new Set(
  'a abbr acronym address b bdi bdo big cite code data del dfn em font i ins kbd label mark meta q rb ruby s samp small span strong sub sup time tt u var wbr img link input'.split(
    ' ',
  ),
);
/** Inline elements that change the look of letters inside a word; white space separates all others from their neighbours. */
const INSIDE_WORDS = new Set(['b', 'i', 'em', 'strong', 'u', 'font', 'sub', 'sup', 'wbr', 'mark', 's', 'ruby', 'rb']);
const ASIDE_TAGS = new Set(['nav', 'aside', 'footer', 'menu']);
/**
 * Elements that state a moment: microformats' `abbr` does in its title; those with a hyphen are GitHub's, and others' who
 * took them over.
 */
export const TIME_TAGS: ReadonlySet<string> = new Set(['time', 'abbr', 'relative-time', 'time-ago', 'local-time']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);

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
const kinds = new Map<string, number>();
for (const [kind, words] of KINDS) for (const word of words.split(' ')) kinds.set(word, (kinds.get(word) ?? 0) | kind);
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

interface Open {
  readonly node: Node;
  readonly skipped: boolean;
  readonly region: Region;
  readonly inline: boolean;
  readonly apart: boolean;
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
  const close = (): void => {
    const element = open.pop();
    if (!element) return;
    const mark = marks[element.mark];
    if (mark) mark.end = writer.length;
    if (!element.inline) writer.endLine();
    else if (element.apart) writer.space();
  };
  const addPicture = (element: Element): void => {
    const alt = attributeOf(element, 'alt') ?? '';
    if (alt.length > 2 && alt.length <= LONGEST_ALT) pictures.push({ alt, at: writer.length });
  };
  const enter = (element: Element, tag: string, outer: Open | undefined): void => {
    const around = outer?.region ?? 'main';
    if (outer?.skipped || SKIPPED.has(tag)) {
      open.push({ node: element, skipped: true, region: around, inline: true, apart: false, mark: -1 });
      return;
    }
    const named = hasAttributes(element, tag) ? kindOf(element) : 0;
    const roles = withRoles.has(element) ? rolesOf(element) : NO_ROLES;
    const inline = INLINE.has(tag);
    const apart = !INSIDE_WORDS.has(tag);
    if (!inline) writer.endLine();
    else if (apart) writer.space();
    const region = regionOf(element, tag, named, around);
    if (tag === 'img') addPicture(element);
    const isMark =
      (named & MARK) !== 0 || TIME_TAGS.has(tag) || HEADINGS.has(tag) || roles.length > 0 || isWriterLink(element, tag);
    if (isMark) {
      const words = classWords(element);
      marks.push({ element, tag, words, roles, start: writer.length, end: writer.length, region });
    }
    open.push({ node: element, skipped: false, region, inline, apart, mark: isMark ? marks.length - 1 : -1 });
  };

  for (let node = walker.nextNode(); node && writer.length < MAX_TEXT; node = walker.nextNode()) {
    const value = node.nodeValue;
    const isText = typeof value === 'string';
    // Most text of a page is the white space between its elements. Whose it is does not matter.
    if (isText && !open.at(-1)?.skipped && value.trim() === '') {
      if (value !== '') writer.space();
      continue;
    }
    const tag = isText ? '' : tagOf(node as Element);
    // A form may have a control named `parentNode`; whether something contains the form, its container says.
    const parent = tag === 'form' ? undefined : node.parentNode;
    let outer = open.at(-1);
    while (outer && !(parent === undefined ? outer.node.contains(node) : outer.node === parent)) {
      close();
      outer = open.at(-1);
    }
    if (tag !== '') enter(node as Element, tag, outer);
    else if (isText && !outer?.skipped) writer.write(value, outer?.region ?? 'main');
  }
  while (open.length > 0) close();
  writer.endLine();
  return { text: writer.text(), lines: writer.lines, marks, pictures };
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

function regionOf(element: Element, tag: string, named: number, outer: Region): Region {
  if (outer !== 'main' || tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article') return outer;
  if (named & COMMENT) return 'comment';
  if (named & OWN && (tag === 'footer' || named & FOOTER)) return outer;
  if (ASIDE_TAGS.has(tag)) return 'aside';
  return named & ASIDE && !holdsStory(element, tag) ? 'aside' : outer;
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
