import { cleanText } from '../inline/sentinels.ts';
import { CODE_ELEMENTS, MARKS } from './elements.ts';
import type { Notes } from './footnotes.ts';
import type { TreeWriter } from './tree-writer.ts';

/** A node to visit, or what is to be done after the nodes before it. */
export type Step = Node | (() => void);

/** A picture that only leads to a larger copy of itself needs no link. */
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** The part of the walk that handles what is within a line. */
export abstract class InlineWalk {
  protected readonly writer: TreeWriter;
  protected readonly notes: Notes;
  protected readonly steps: Step[] = [];

  constructor(writer: TreeWriter, notes: Notes) {
    this.writer = writer;
    this.notes = notes;
  }

  protected abstract codeBlock(element: Element): void;

  /** Visits an element's children next; `then` follows the last. */
  protected children(parent: Node, then?: () => void): void {
    if (then) this.steps.push(then);
    for (let child = parent.lastChild; child; child = child.previousSibling) this.steps.push(child);
  }

  protected inline(element: Element, name: string): void {
    const { writer } = this;
    const mark = MARKS.get(name);
    if (mark !== undefined) {
      // A heading is bold as it is.
      const isPlain = writer.hasMark(mark) || (mark === 'strong' && writer.insideHeading);
      if (mark === 'sup' && this.noteSign(element)) return;
      if (isPlain || (mark === 'sup' && this.notes.isAround(element))) this.children(element);
      else this.marked(element, mark, mark);
    } else if (name === 'a') this.link(element);
    else if (name === 'br') writer.lineBreak();
    else if (name === 'img') this.image(element);
    else if (CODE_ELEMENTS.has(name)) {
      if (!writer.insideLine && element.querySelector('div, p, tr, br') !== null) this.codeBlock(element);
      else this.code(element);
    } else if (name === 'ruby') writeRuby(element, writer);
    else if (name === 'q') this.quoted(element);
    else if (name === 'abbr' && element.getAttribute('title') && !writer.hasMark('abbr'))
      this.marked(element, 'abbr', 'abbr', { title: element.getAttribute('title') ?? '' });
    else this.children(element);
  }

  private marked(element: Element, key: string, as: string, attributes?: Record<string, string>): void {
    this.writer.pushMark({ key, element: as, ...(attributes ? { attributes } : {}) });
    this.children(element, () => this.writer.popMark());
  }

  private link(element: Element): void {
    if (this.noteSign(element)) return;
    const href = linkAddress(element.getAttribute('href') ?? '');
    const isLightbox = href !== undefined && PICTURE_FILE.test(href) && (element.textContent ?? '').trim() === '';
    if (href === undefined || isLightbox || this.writer.hasMark('a')) this.children(element);
    else this.marked(element, `a ${href}`, 'a', { href, title: element.getAttribute('title') ?? '' });
  }

  private noteSign(element: Element): boolean {
    const note = this.notes.numberOf(element);
    if (note !== undefined) this.atom('sup', String(note), { 'data-note': String(note) });
    return note !== undefined;
  }

  private image(element: Element): void {
    const image = readImage(element);
    if (image) this.atom('img', '', image);
  }

  private code(element: Element): void {
    const text = cleanText(element.textContent ?? '').replace(/[ \t\n\f\r]+/g, ' ');
    if (text.trim() === '') {
      this.writer.writeText(text);
      return;
    }
    const onlyLink = element.childElementCount === 1 && element.firstElementChild?.localName === 'a';
    const href = onlyLink ? linkAddress(element.firstElementChild?.getAttribute('href') ?? '') : undefined;
    if (href !== undefined && !this.writer.hasMark('a'))
      this.writer.pushMark({ key: `a ${href}`, element: 'a', attributes: { href } });
    this.atom('code', text, element.classList.contains('math') ? { class: 'math' } : {});
    if (href !== undefined) this.writer.popMark();
  }

  protected atom(name: string, text: string, attributes: Record<string, string>): void {
    const atom = this.writer.document.createElement(name);
    atom.textContent = text;
    for (const [key, value] of Object.entries(attributes)) atom.setAttribute(key, value);
    this.writer.writeAtom(atom);
  }

  /** Browsers draw the quotation marks of `q`: they are text that the reader saw. */
  private quoted(element: Element): void {
    this.writer.writeText('“');
    this.children(element, () => this.writer.writeText('”'));
  }
}

/** A longer `data:` address is a file in the text; Base64 of some 6 kB, an icon, may stay. */
const MAX_DATA_LENGTH = 8192;
const IMAGE_SCHEMES = /^https?:\/\/|^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;

/** Returns the attributes of an image that a post may show; undefined for a placeholder, a tracking pixel, an unsafe source. */
function readImage(image: Element): { src: string; alt: string; title: string } | undefined {
  const src = image.getAttribute('src')?.trim() ?? '';
  if (!IMAGE_SCHEMES.test(src) || (src.startsWith('data:') && src.length > MAX_DATA_LENGTH)) return undefined;
  if (isTiny(image.getAttribute('width')) && isTiny(image.getAttribute('height'))) return undefined;
  return { src, alt: image.getAttribute('alt') ?? '', title: image.getAttribute('title') ?? '' };
}

function isTiny(size: string | null): boolean {
  return size !== null && /^\s*[012](?:px)?\s*$/.test(size);
}

/** What a post may link to: nothing that runs in a page or starts a program on the reader's computer. */
const LINK_SCHEMES = /^(?:https?:\/\/|mailto:|tel:)/i;

/** Returns the address of a link that a post may have; undefined where only its text stays. */
function linkAddress(href: string): string | undefined {
  const address = href.trim();
  return LINK_SCHEMES.test(address) ? address : undefined;
}

/** Writes `<ruby>漢字<rt>かんじ</rt></ruby>` as 漢字（かんじ）: readable where no program draws the reading above. */
function writeRuby(ruby: Element, writer: TreeWriter): void {
  for (const node of ruby.childNodes) {
    const name = node.nodeName.toLowerCase();
    if (name === 'rp') continue;
    const text = node.textContent ?? '';
    if ((name === 'rt' || name === 'rtc') && text.trim() !== '') writer.writeText(`（${text.trim()}）`);
    else writer.writeText(text);
  }
}
