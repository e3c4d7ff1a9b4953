import { COMMENT, DOCUMENT_TYPE, ELEMENT, type PageNode, TEXT } from './page-node.ts';

/** An element, as far as it is written. */
interface WrittenElement extends PageNode {
  readonly localName: string;
  readonly namespaceURI: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** Of a template. */
  readonly content?: PageNode;
}

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** https://html.spec.whatwg.org/#serialising-html-fragments: elements without an end tag, and elements of raw text. */
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const RAW = new Set('style script xmp iframe noembed noframes plaintext'.split(' '));

function isElement(node: PageNode): node is WrittenElement {
  return node.nodeType === ELEMENT;
}

/** The children of a node as HTML, or the node itself. */
export function writeHtml(node: PageNode, isOuter = false): string {
  if (isOuter) return writeNode(node);
  const holder = isElement(node) ? (node.content ?? node) : node;
  return holder.childNodes.map(writeNode).join('');
}

function writeNode(node: PageNode): string {
  if (isElement(node)) {
    const { localName, namespaceURI, attributes } = node;
    const start = `<${localName}${attributes.map(({ name, value }) => ` ${name}="${escaped(value, true)}"`).join('')}>`;
    return namespaceURI === HTML_NAMESPACE && VOID.has(localName) ? start : `${start}${writeHtml(node)}</${localName}>`;
  }
  if (node.nodeType === TEXT) {
    const { parentNode } = node;
    const isRaw = parentNode && isElement(parentNode) && RAW.has(parentNode.localName);
    return isRaw ? (node.nodeValue ?? '') : escaped(node.nodeValue ?? '', false);
  }
  if (node.nodeType === COMMENT) return `<!--${node.nodeValue}-->`;
  return node.nodeType === DOCUMENT_TYPE ? `<!DOCTYPE ${node.nodeName}>` : writeHtml(node);
}

function escaped(text: string, isAttribute: boolean): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;');
  return isAttribute ? safe.replaceAll('"', '&quot;') : safe.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
