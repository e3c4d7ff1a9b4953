import { cleanText } from '../inline/sentinels.ts';

/** A mark on a stretch of text: strong, a link. Two adjacent marks with the same key are joined. */
export interface Mark {
  readonly key: string;
  readonly element: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * What a line break or the edge of a block does inside a leaf: two breaks divide a paragraph, a heading is one line, a
 * table cell keeps breaks as they are.
 */
export type LeafKind = 'paragraph' | 'line' | 'cell';

interface OpenMark {
  readonly key: string;
  readonly element: Element;
}

/** White space of HTML, which collapses; not the no-break and ideographic spaces, which are text. */
const COLLAPSIBLE = /[ \t\n\f\r]+/g;
/** Han, Kana and their punctuation: scripts without spaces, where a line end in the source is not a space. */
const UNSPACED =
  /[\u2E80-\u2FDF\u3001-\u30FF\u3105-\u312F\u31A0-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF01-\uFF60\uFFE0-\uFFE6\uD840-\uD88D]/;
const UNSPACED_END = new RegExp(`(?:${UNSPACED.source}|[\\uD840-\\uD88D][\\uDC00-\\uDFFF])$`);

/**
 * Writes a normalized tree: containers hold blocks, leaves hold text, marks are inside leaves and begin and end with a
 * visible character. Marks that span blocks, neighbours that should be one, loose text between blocks and white space
 * all come right here, whatever the source looked like.
 */
export class TreeWriter {
  readonly document: Document;
  container: Element;
  private leaf: Element | undefined;
  private leafKind: LeafKind = 'paragraph';
  /** Marks that the source puts on what comes next. */
  private readonly wanted: Mark[] = [];
  /** Marks that are open in the leaf. */
  private readonly open: OpenMark[] = [];
  private text = '';
  private space = '';
  private breaks = 0;
  private tail = '';

  constructor(document: Document, root: Element) {
    this.document = document;
    this.container = root;
  }

  /** Puts a mark on all that is written until `popMark`. */
  pushMark(mark: Mark): void {
    this.wanted.push(mark);
  }

  popMark(): void {
    this.wanted.pop();
  }

  /** Whether a mark of this element's name applies to what follows. */
  hasMark(element: string): boolean {
    return this.wanted.some((mark) => mark.element === element);
  }

  /** True while a heading or a cell is open, which cannot hold blocks. */
  get insideLine(): boolean {
    return this.leaf !== undefined && this.leafKind !== 'paragraph';
  }

  get insideHeading(): boolean {
    return this.leaf !== undefined && /^h[1-6]$/.test(this.leaf.localName);
  }

  /** True while a table cell is open. */
  get insideCell(): boolean {
    return this.leaf !== undefined && this.leafKind === 'cell';
  }

  /** Opens a leaf by name; `writeText` opens a paragraph where none is open. */
  openLeaf(name: string, kind: LeafKind): Element {
    this.closeLeaf();
    const leaf = this.document.createElement(name);
    this.blockParent().append(leaf);
    this.continueLeaf(leaf, kind);
    return leaf;
  }

  /** Goes on writing at the end of a leaf that was closed. */
  continueLeaf(leaf: Element, kind: LeafKind): void {
    this.closeLeaf();
    this.leaf = leaf;
    this.leafKind = kind;
  }

  closeLeaf(): void {
    if (this.leaf === undefined) return;
    this.flushText();
    this.open.length = 0;
    this.space = '';
    this.breaks = 0;
    this.tail = '';
    if (this.leafKind !== 'cell' && showsNothing(this.leaf)) this.leaf.remove();
    this.leaf = undefined;
  }

  /** The edge of a block in the source: ends a paragraph, and inside a line or a cell separates both sides. */
  blockEdge(): void {
    if (this.leaf === undefined) return;
    if (this.leafKind === 'paragraph') this.closeLeaf();
    else if (this.tail !== '') this.breaks = Math.max(this.breaks, 1);
  }

  /** Puts what follows on a new line, below what the leaf already holds. */
  resumeAfterBreak(): void {
    this.tail = 'x';
    this.breaks = 1;
  }

  lineBreak(): void {
    if (this.leaf !== undefined && this.tail !== '') this.breaks += 1;
  }

  writeText(source: string): void {
    const text = cleanText(source);
    const start = text.search(/[^ \t\n\f\r]/);
    if (start < 0) {
      if (text !== '') this.addSpace(text);
      return;
    }
    let end = text.length;
    while (COLLAPSIBLE_CODES.has(text.charCodeAt(end - 1))) end -= 1;
    if (start > 0) this.addSpace(text.slice(0, start));
    this.writeWords(collapse(text.slice(start, end)));
    if (end < text.length) this.addSpace(text.slice(end));
  }

  /** Writes an element that is one thing in a line of text: an image, code, a note's number. */
  writeAtom(element: Element): void {
    this.settle('\u00A0');
    this.openMarks();
    this.flushText();
    const before = this.parent().lastChild as Element | null;
    // Two code spans in a row would be one with backticks inside.
    if (element.localName === 'code' && before?.nodeName === 'CODE' && before.className === element.className) {
      before.append(...element.childNodes);
    } else this.parent().append(element);
    this.tail = 'x';
  }

  /** Writes a block that holds no text of its own making: code, a rule, a table. */
  writeBlock(element: Element): void {
    this.closeLeaf();
    this.blockParent().append(element);
  }

  /** Opens a container inside the current one and returns what `leave` wants back. */
  enter(name: string): Element {
    this.closeLeaf();
    const outer = this.container;
    const inner = this.document.createElement(name);
    this.blockParent().append(inner);
    this.container = inner;
    return outer;
  }

  /** Closes the current container, which goes if it has stayed empty. */
  leave(outer: Element): void {
    this.closeLeaf();
    const inner = this.container;
    this.container = outer;
    if (inner.firstChild === null && inner.localName !== 'li') inner.remove();
  }

  /** Text straight inside a list belongs to its last item. */
  private blockParent(): Element {
    const list = this.container;
    if (list.localName !== 'ul' && list.localName !== 'ol') return list;
    const last = list.lastElementChild;
    if (last) return last;
    const item = this.document.createElement('li');
    list.append(item);
    return item;
  }

  private writeWords(words: string): void {
    // No-break and ideographic spaces at the edge of a mark belong outside it: `** x**` is not bold.
    const lead = words.length - words.trimStart().length;
    const body = words.trim();
    if (lead > 0) this.addSpace(words.slice(0, lead));
    if (body === '') return;
    this.settle(body);
    this.openMarks();
    this.text += body;
    this.tail = body;
    const trail = words.slice(lead + body.length);
    if (trail !== '') this.addSpace(trail);
  }

  private addSpace(space: string): void {
    this.space += space;
  }

  /** Makes good what was put off until the next visible thing: breaks, spaces, the leaf itself. */
  private settle(next: string): void {
    if (this.leaf === undefined) this.openLeaf('p', 'paragraph');
    const space = this.space;
    this.space = '';
    if (this.breaks > 0 && this.leafKind !== 'line') {
      this.writeBreak();
      return;
    }
    if (this.tail === '') return;
    const shown = this.breaks > 0 ? ' ' : collapseSpace(space, this.tail, next);
    this.breaks = 0;
    if (shown === '') return;
    this.closeMarks(this.sharedMarks());
    this.text += shown;
  }

  private writeBreak(): void {
    const divides = this.breaks > 1 && this.leafKind === 'paragraph';
    this.breaks = 0;
    if (divides) {
      this.openLeaf('p', 'paragraph');
      return;
    }
    this.closeMarks(this.sharedMarks());
    this.flushText();
    this.parent().append(this.document.createElement('br'));
  }

  private sharedMarks(): number {
    let shared = 0;
    while (shared < this.open.length && this.open[shared]?.key === this.wanted[shared]?.key) shared += 1;
    return shared;
  }

  private openMarks(): void {
    const shared = this.sharedMarks();
    this.closeMarks(shared);
    if (shared === this.wanted.length) return;
    this.flushText();
    for (const mark of this.wanted.slice(shared)) {
      const element = this.document.createElement(mark.element);
      for (const [name, value] of Object.entries(mark.attributes ?? {})) element.setAttribute(name, value);
      this.parent().append(element);
      this.open.push({ key: mark.key, element });
    }
  }

  private closeMarks(keep: number): void {
    if (this.open.length === keep) return;
    this.flushText();
    this.open.length = keep;
  }

  private parent(): Element {
    return this.open.at(-1)?.element ?? this.leaf ?? this.container;
  }

  private flushText(): void {
    if (this.text === '') return;
    this.parent().append(this.document.createTextNode(this.text));
    this.text = '';
  }
}

/** Characters that are drawn as nothing: soft hyphen, zero-width space, marks of direction, word joiner and their kind. */
const DRAWN_AS_NOTHING = /^(?:[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]|\u034f|[\ufe00-\ufe0f])*$/;

/** Whether a leaf has neither text that a reader sees nor a picture, code or note. */
function showsNothing(leaf: Element): boolean {
  if (leaf.firstChild === null) return true;
  return DRAWN_AS_NOTHING.test(leaf.textContent ?? '') && leaf.querySelector('img, code, sup') === null;
}

const COLLAPSIBLE_CODES = new Set([0x20, 0x09, 0x0a, 0x0c, 0x0d]);

/** Collapses white space within a text; a line end between Han or Kana goes without trace. */
function collapse(text: string): string {
  return text.replace(COLLAPSIBLE, (run, at: number) =>
    run === ' '
      ? run
      : collapseSpace(run, text.slice(Math.max(0, at - 2), at), text.slice(at + run.length, at + run.length + 2)),
  );
}

/** Returns the space shown between two texts for the white space between them in the source. */
function collapseSpace(space: string, before: string, after: string): string {
  const shown = space.replace(COLLAPSIBLE, ' ');
  const isLineEnd = shown === ' ' && space.includes('\n');
  return isLineEnd && UNSPACED_END.test(before) && UNSPACED.test(after.charAt(0)) ? '' : shown;
}
