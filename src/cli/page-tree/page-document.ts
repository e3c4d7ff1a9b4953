import type { PageAttribute } from './page-attribute.ts';
import { PageComment, PageText } from './page-characters.ts';
import { PageDocumentType } from './page-document-type.ts';
import { HTML_NAMESPACE, PageElement } from './page-element.ts';
import { PageFragment } from './page-fragment.ts';
import { DOCUMENT, DOCUMENT_TYPE, type OwnerDocument, type PageNode } from './page-node.ts';
import { PageParent } from './page-parent.ts';
import { PageTemplate } from './page-template.ts';
import { PageWalker } from './page-walker.ts';

/**
 * A page's document: the part of the DOM that clips use, Readability's and Turndown's part included. There is no window,
 * script, style, event, observer or range, and a list is an array. `test/cli/page-tree.test.ts` compares it with jsdom.
 *
 * A clip on jsdom 29 takes three times the CPU and twice the memory: two objects a node and one an attribute, and every
 * change told to observers and ranges. The peers that are as quick are no DOM that standards know: in linkedom 0.18
 * `compareDocumentPosition` orders by depth, `class` is written anew, and MathML is HTML; domino 2.2 (Turndown's) lacks
 * `append` and its like, and its prototypes are closed to them.
 */
export class PageDocument extends PageParent implements OwnerDocument {
  readonly URL: string;
  compatMode: 'BackCompat' | 'CSS1Compat' = 'CSS1Compat';

  constructor(url: string) {
    super(DOCUMENT, null);
    this.URL = url;
  }

  override get nodeName(): string {
    return '#document';
  }

  override get textContent(): null {
    return null;
  }

  get documentURI(): string {
    return this.URL;
  }

  get documentElement(): PageNode | null {
    return this.firstElementChild;
  }

  get doctype(): PageNode | null {
    return this.childNodes.find(({ nodeType }) => nodeType === DOCUMENT_TYPE) ?? null;
  }

  get head(): PageNode | null {
    return this.#part(['HEAD']);
  }

  get body(): PageNode | null {
    return this.#part(['BODY', 'FRAMESET']);
  }

  get implementation(): { createHTMLDocument(title?: string): PageDocument } {
    return { createHTMLDocument: newDocument };
  }

  createElement(name: string): PageElement {
    return this.createElementNS(HTML_NAMESPACE, name.toLowerCase());
  }

  createElementNS(namespaceURI: string, name: string, attributes: PageAttribute[] = []): PageElement {
    if (name === 'template' && namespaceURI === HTML_NAMESPACE) return new PageTemplate(this, attributes);
    return new PageElement(this, name, namespaceURI, attributes);
  }

  createTextNode(data: string): PageText {
    return new PageText(this, data);
  }

  createComment(data: string): PageComment {
    return new PageComment(this, data);
  }

  createDocumentFragment(): PageFragment {
    return new PageFragment(this);
  }

  createDocumentType(name: string, publicId: string, systemId: string): PageDocumentType {
    return new PageDocumentType(this, name, publicId, systemId);
  }

  createTreeWalker(root: PageNode, whatToShow = 0xffffffff): PageWalker {
    return new PageWalker(root, whatToShow);
  }

  importNode(node: PageNode, deep = false): PageNode {
    const copy = this.createDocumentFragment().appendChild(node.cloneNode(deep));
    copy.remove();
    return copy;
  }

  override owner(): OwnerDocument {
    return this;
  }

  protected override copy(): PageDocument {
    const copy = new PageDocument(this.URL);
    copy.compatMode = this.compatMode;
    return copy;
  }

  #part(names: readonly string[]): PageNode | null {
    const root = this.documentElement;
    return root?.childNodes.find(({ nodeName }) => names.includes(nodeName)) ?? null;
  }
}

function newDocument(title?: string): PageDocument {
  const document = new PageDocument('about:blank');
  const [root, head, body] = ['html', 'head', 'body'].map((name) => document.createElement(name));
  if (!root || !head || !body) return document;
  document.append(document.createDocumentType('html', '', ''), root);
  root.append(head, body);
  if (title !== undefined) {
    const element = document.createElement('title');
    element.append(title);
    head.append(element);
  }
  return document;
}
