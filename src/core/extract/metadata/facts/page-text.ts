import { collapseSpace } from './clean-text.ts';
import { attributeOf, classWords, tagOf } from './elements.ts';

/** The part of the page a piece of text stands in. */
export type Region = 'main' | 'comment' | 'aside';

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

/** The page as one string with its lines and marks; all offsets point into `text`. */
export interface PageText {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
}

const SKIPPED = new Set('script style template noscript svg select textarea iframe object head rt rp math'.split(' '));
/** Elements that do not end a line. */
const INLINE = new Set(
  'a abbr acronym address b bdi bdo big cite code data del dfn em font i ins kbd label mark meta q rb ruby s samp small span strong sub sup time tt u var wbr img link input'.split(
    ' ',
  ),
);
/** Inline elements that change the look of letters inside a word; all others stand apart from their neighbours. */
const INSIDE_WORDS = new Set(['b', 'i', 'em', 'strong', 'u', 'font', 'sub', 'sup', 'wbr', 'mark', 's', 'ruby', 'rb']);
const ASIDE_TAGS = new Set(['nav', 'aside', 'footer', 'menu']);
/** Elements that state a moment: microformats' `abbr` does in its title; those with a hyphen are GitHub's, and others' who took them over. */
export const TIME_TAGS: ReadonlySet<string> = new Set(['time', 'abbr', 'relative-time', 'time-ago', 'local-time']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);

/** Class words of blocks that are not the story; seen on WordPress themes, Disqus, and the pages of large publishers. */
const COMMENT_WORDS = new Set(
  'comment comments commentlist respond disqus tie pinglun replies reply gentie'.split(' '),
);
const ASIDE_WORDS = new Set(
  'sidebar related recommended recommend recommendations footer menu nav navigation breadcrumb breadcrumbs trending popular newsletter promo cookie cookies consent hotnews rank ranking carousel prev skiptranslate'.split(
    ' ',
  ),
);
/** A footer so named is the story's own: WordPress puts byline and date there. */
const OWN_FOOTER_WORDS = new Set(['entry', 'post', 'article', 'meta', 'story']);
/** Words that mark an element as a byline or a headline. */
const MARK_WORDS = new Set(
  'author authors byline by writer autor autore auteur reporter contributor fn vcard journalist verfasser authorname authorinfo submitted username title headline'.split(
    ' ',
  ),
);
const ROLE_ATTRIBUTES = ['rel', 'itemprop', 'property'];
const WITH_ROLES = ROLE_ATTRIBUTES.map((name) => `[${name}]`).join();
const MAX_TEXT = 2_000_000;
/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT` and `Node.TEXT_NODE`: the classes themselves are globals. */
const ELEMENTS_AND_TEXT = 5;
const TEXT = 3;

interface Open {
  readonly node: Node;
  readonly skipped: boolean;
  readonly region: Region;
  readonly inline: boolean;
  readonly apart: boolean;
  readonly mark: number;
}

/** What an element's class and id say of it. The same few names stand on most elements of a page. */
interface Naming {
  readonly words: readonly string[];
  readonly isMark: boolean;
  readonly isComment: boolean;
  readonly isAside: boolean;
  readonly isOwnFooter: boolean;
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
  const open: Open[] = [];
  const close = (): void => {
    const element = open.pop();
    if (!element) return;
    const mark = marks[element.mark];
    if (mark) mark.end = writer.length;
    if (!element.inline) writer.endLine();
    else if (element.apart) writer.space();
  };
  const enter = (element: Element, tag: string, outer: Open | undefined): void => {
    const around = outer?.region ?? 'main';
    if (outer?.skipped || SKIPPED.has(tag)) {
      open.push({ node: element, skipped: true, region: around, inline: true, apart: false, mark: -1 });
      return;
    }
    const naming = hasAttributes(element, tag) ? namingOf(element) : NAMELESS;
    const roles = withRoles.has(element) ? rolesOf(element) : NO_ROLES;
    const inline = INLINE.has(tag);
    const apart = !INSIDE_WORDS.has(tag);
    if (!inline) writer.endLine();
    else if (apart) writer.space();
    const region = regionOf(tag, naming, around);
    const isMark = naming.isMark || TIME_TAGS.has(tag) || HEADINGS.has(tag) || roles.length > 0;
    const { words } = naming;
    if (isMark) marks.push({ element, tag, words, roles, start: writer.length, end: writer.length, region });
    open.push({ node: element, skipped: false, region, inline, apart, mark: isMark ? marks.length - 1 : -1 });
  };

  for (let node = walker.nextNode(); node && writer.length < MAX_TEXT; node = walker.nextNode()) {
    const tag = node.nodeType === TEXT ? '' : tagOf(node as Element);
    // A form may have a control named `parentNode`; whether something contains the form, its container says.
    const parent = tag === 'form' ? undefined : node.parentNode;
    let outer = open.at(-1);
    while (outer && !(parent === undefined ? outer.node.contains(node) : outer.node === parent)) {
      close();
      outer = open.at(-1);
    }
    if (tag !== '') enter(node as Element, tag, outer);
    else if (!outer?.skipped) writer.write(node.nodeValue ?? '', outer?.region ?? 'main');
  }
  while (open.length > 0) close();
  writer.endLine();
  return { text: writer.text(), lines: writer.lines, marks };
}

/** A mark's own text, trimmed. */
export function textOfMark(page: PageText, mark: Mark): string {
  return page.text.slice(mark.start, mark.end).trim();
}

/** Most elements have none, and are spared five questions. A form may have a control of that name: it is asked. */
function hasAttributes(element: Element, tag: string): boolean {
  return tag === 'form' || element.hasAttributes();
}

const NAMELESS = judgeWords([]);
const namings = new WeakMap<readonly string[], Naming>();

function namingOf(element: Element): Naming {
  const words = classWords(element);
  if (words.length === 0) return NAMELESS;
  const known = namings.get(words);
  if (known) return known;
  const naming = judgeWords(words);
  namings.set(words, naming);
  return naming;
}

function judgeWords(words: readonly string[]): Naming {
  return {
    words,
    isMark: words.some((word) => MARK_WORDS.has(word)),
    isComment: words.some((word) => COMMENT_WORDS.has(word)),
    isAside: words.some((word) => ASIDE_WORDS.has(word)),
    isOwnFooter: words.some((word) => OWN_FOOTER_WORDS.has(word)),
  };
}

function rolesOf(element: Element): readonly string[] {
  const roles: string[] = [];
  for (const name of ROLE_ATTRIBUTES) {
    const value = attributeOf(element, name);
    if (value) roles.push(...value.toLowerCase().split(/\s+/));
  }
  return roles;
}

function regionOf(tag: string, naming: Naming, outer: Region): Region {
  if (outer !== 'main' || tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article') return outer;
  if (naming.isComment) return 'comment';
  if (naming.isOwnFooter && (tag === 'footer' || naming.words.includes('footer'))) return outer;
  return ASIDE_TAGS.has(tag) || naming.isAside ? 'aside' : outer;
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
    const text = collapseSpace(raw);
    if (text === '' || text.charCodeAt(0) !== raw.charCodeAt(0)) this.spacePending = true;
    if (text === '') return;
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
