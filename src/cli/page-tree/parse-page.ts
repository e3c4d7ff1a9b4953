import { html, parse, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { PageAttribute } from './page-attribute.ts';
import { PageComment, PageText } from './page-characters.ts';
import { PageDocument } from './page-document.ts';
import { PageDocumentType } from './page-document-type.ts';
import { PageElement } from './page-element.ts';
import type { PageFragment } from './page-fragment.ts';
import type { PageNode } from './page-node.ts';
import type { PageTemplate } from './page-template.ts';

type PageMap = TreeAdapterTypeMap<
  PageNode,
  PageNode,
  PageNode,
  PageDocument,
  PageFragment,
  PageElement,
  PageComment,
  PageText,
  PageTemplate,
  PageDocumentType
>;

/**
 * Parses a page as browsers do, by parse5. No script of it runs, nothing that it names is loaded, no style sheet or
 * `style` attribute of it is read.
 *
 * @param url the address that the page counts as being at.
 */
export function parsePage(page: string, url: string): Document {
  const document = new PageDocument(url);
  parse<PageMap>(page, { treeAdapter: treeOf(document), scriptingEnabled: false });
  if (!hasDom(document)) throw new Error('a document without a tree');
  return document;
}

/** True of every document here: what follows sees it as the browser's, and uses what `PageDocument` has. */
function hasDom(document: object): document is Document {
  return 'createTreeWalker' in document;
}

/** Has parse5 build a document. */
function treeOf(document: PageDocument): TreeAdapter<PageMap> {
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  return {
    ...READER,
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement: (name, namespace, attributes) =>
      document.createElementNS(namespace, name, attributes.map(attributeOf)),
    createCommentNode: (data) => document.createComment(data),
    createTextNode: (text) => document.createTextNode(text),
    setDocumentType: (_document, ...ids) => document.link(document.createDocumentType(...ids), null),
    setDocumentMode(_document, found) {
      mode = found;
      document.compatMode = found === html.DOCUMENT_MODE.QUIRKS ? 'BackCompat' : 'CSS1Compat';
    },
    getDocumentMode: () => mode,
    insertText: (parent, text) => addText(document, parent, text, null),
    insertTextBefore: (parent, text, next) => addText(document, parent, text, next),
    adoptAttributes(element, attributes) {
      for (const one of attributes) if (!element.hasAttribute(one.name)) element.setAttributeNode(attributeOf(one));
    },
  };
}

/** What parse5 does with nodes, whatever their document. */
const READER = {
  appendChild: (parent: PageNode, node: PageNode) => parent.link(node, null),
  insertBefore: (parent: PageNode, node: PageNode, next: PageNode) => parent.link(node, next),
  detachNode: (node: PageNode) => node.remove(),
  setTemplateContent(template: PageTemplate, content: PageFragment) {
    template.content = content;
  },
  getTemplateContent: ({ content }: PageTemplate) => content,
  getFirstChild: ({ firstChild }: PageNode) => firstChild,
  getChildNodes: ({ childNodes }: PageNode) => childNodes,
  getParentNode: ({ parentNode }: PageNode) => parentNode,
  getAttrList: ({ attributes }: PageElement) => attributes.map(tokenOf),
  getTagName: ({ localName }: PageElement) => localName,
  getNamespaceURI: ({ namespaceURI }: PageElement) => namespaceURI as html.NS,
  getTextNodeContent: ({ data }: PageText) => data,
  getCommentNodeContent: ({ data }: PageComment) => data,
  getDocumentTypeNodeName: ({ name }: PageDocumentType) => name,
  getDocumentTypeNodePublicId: ({ publicId }: PageDocumentType) => publicId,
  getDocumentTypeNodeSystemId: ({ systemId }: PageDocumentType) => systemId,
  isTextNode: (node: PageNode) => node instanceof PageText,
  isCommentNode: (node: PageNode) => node instanceof PageComment,
  isDocumentTypeNode: (node: PageNode) => node instanceof PageDocumentType,
  isElementNode: (node: PageNode) => node instanceof PageElement,
  setNodeSourceCodeLocation() {},
  getNodeSourceCodeLocation: () => null,
  updateNodeSourceCodeLocation() {},
} as const;

function attributeOf({ name, value, namespace, prefix }: Token.Attribute): PageAttribute {
  return new PageAttribute(prefix ? `${prefix}:${name}` : name, value, namespace ?? null);
}

function tokenOf({ name, value, namespaceURI }: PageAttribute): Token.Attribute {
  return { name, value, ...(namespaceURI ? { namespace: namespaceURI } : {}) };
}

function addText(document: PageDocument, parent: PageNode, text: string, next: PageNode | null): void {
  const previous = next ? next.previousSibling : parent.lastChild;
  if (previous instanceof PageText) previous.data += text;
  else parent.link(document.createTextNode(text), next);
}
