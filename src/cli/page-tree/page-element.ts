import { PageAttribute } from './page-attribute.ts';
import { ELEMENT, type OwnerDocument, type PageNode } from './page-node.ts';
import { PageParent } from './page-parent.ts';
import { matchesSelector, selectClosest } from './selectors.ts';
import { writeHtml } from './write-html.ts';

export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Elements whose `src` is an address. */
const SOURCES = new Set('audio embed iframe img input script source track video'.split(' '));

const upperNames = new Map<string, string>();

function upperCase(name: string): string {
  let upper = upperNames.get(name);
  if (upper === undefined) {
    upper = name.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
    upperNames.set(name, upper);
  }
  return upper;
}

function lowerCase(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}

/** An element of any namespace, with the members of the DOM's `Element` that clips use. */
export class PageElement extends PageParent {
  readonly localName: string;
  readonly namespaceURI: string;
  readonly tagName: string;
  readonly attributes: PageAttribute[];

  constructor(owner: OwnerDocument, localName: string, namespaceURI: string, attributes: PageAttribute[]) {
    super(ELEMENT, owner);
    this.localName = localName;
    this.namespaceURI = namespaceURI;
    this.tagName = namespaceURI === HTML_NAMESPACE ? upperCase(localName) : localName;
    this.attributes = attributes;
  }

  override get nodeName(): string {
    return this.tagName;
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  /** For an element of SVG an object, as in browsers: what reads names as texts passes over it. */
  get className(): string | object {
    if (this.namespaceURI === SVG_NAMESPACE) return { [Symbol.toStringTag]: 'SVGAnimatedString' };
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get classList(): { contains(name: string): boolean } {
    const names = (this.getAttribute('class') ?? '').split(/[\t\n\f\r ]+/);
    return { contains: (name) => names.includes(name) };
  }

  get src(): string | undefined {
    if (!SOURCES.has(this.localName)) return undefined;
    const address = this.getAttribute('src');
    if (address === null) return '';
    const base = this.owner().URL;
    return URL.canParse(address, base) ? new URL(address, base).href : address;
  }

  get srcset(): string | undefined {
    return this.localName === 'img' || this.localName === 'source' ? (this.getAttribute('srcset') ?? '') : undefined;
  }

  get innerHTML(): string {
    return writeHtml(this);
  }

  get outerHTML(): string {
    return writeHtml(this, true);
  }

  getAttribute(name: string): string | null {
    return this.#attribute(name)?.value ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attribute(name) !== undefined;
  }

  hasAttributes(): boolean {
    return this.attributes.length > 0;
  }

  getAttributeNames(): string[] {
    return this.attributes.map(({ name }) => name);
  }

  setAttribute(name: string, value: string): void {
    const known = this.#attribute(name);
    if (known) known.value = String(value);
    else this.attributes.push(new PageAttribute(this.#cased(name), String(value)));
  }

  setAttributeNode(attribute: PageAttribute): void {
    const at = this.attributes.findIndex(({ name }) => name === attribute.name);
    this.attributes.splice(at < 0 ? this.attributes.length : at, 1, attribute);
  }

  removeAttribute(name: string): void {
    const known = this.#attribute(name);
    if (known) this.attributes.splice(this.attributes.indexOf(known), 1);
  }

  plainAttribute(name: string): string | undefined {
    for (const attribute of this.attributes) {
      if (attribute.name === name) return attribute.namespaceURI === null ? attribute.value : undefined;
    }
    return undefined;
  }

  matches(selector: string): boolean {
    return matchesSelector(this, selector);
  }

  closest(selector: string): PageNode | null {
    return selectClosest(this, selector);
  }

  protected override copy(): PageElement {
    const attributes = this.attributes.map((attribute) => attribute.cloneNode());
    return new PageElement(this.owner(), this.localName, this.namespaceURI, attributes);
  }

  #attribute(name: string): PageAttribute | undefined {
    const { attributes } = this;
    if (attributes.length === 0) return undefined;
    const cased = this.#cased(name);
    for (const attribute of attributes) if (attribute.name === cased) return attribute;
    return undefined;
  }

  #cased(name: string): string {
    return this.namespaceURI === HTML_NAMESPACE ? lowerCase(name) : name;
  }
}
