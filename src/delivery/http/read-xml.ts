/** An element of an XML document. Names lose their namespace prefix; attributes are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** The character data directly in it. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly children: OpenElement[];
  text: string;
}

/** Comment or instruction · CDATA (1) · end tag (2) · start tag (3), `/` where it is empty (4) · character data (5). */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>|([^<]+)/y;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads the small XML documents that WebDAV and S3 servers answer with. A service worker has no `DOMParser`; the smallest
 * kept library (`@rgrove/parse-xml`) has 4.8 kB by gzip and throws a whole listing away for one raw control character.
 *
 * A document type is refused: with it go entities of the document's own, and what they can be blown up to.
 *
 * @returns the root element.
 * @throws {SyntaxError} where it is not XML, or ends before its root element does.
 */
export function readXml(source: string): XmlElement {
  const top: OpenElement = { name: '', children: [], text: '' };
  const open: OpenElement[] = [top];
  const text = source.replace(/^\uFEFF/, '');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (!token) throw new SyntaxError(`not XML at character ${at}`);
    readToken(token, open);
  }
  const [root] = top.children;
  if (open.length !== 1 || !root) throw new SyntaxError('the document is not complete');
  return root;
}

function readToken(token: RegExpExecArray, open: OpenElement[]): void {
  const [, cdata, end, start, empty, characters] = token;
  const inner = open.at(-1);
  if (!inner) return;
  if (start !== undefined) {
    const element: OpenElement = { name: localName(start), children: [], text: '' };
    inner.children.push(element);
    if (empty === '') open.push(element);
  } else if (end !== undefined) {
    if (open.length === 1 || inner.name !== localName(end)) throw new SyntaxError(`</${end}> closes nothing`);
    open.pop();
  } else {
    inner.text += cdata ?? decodeEntities(characters ?? '');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of the first child of that name; empty where there is none. */
export function childText(element: XmlElement | undefined, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}
