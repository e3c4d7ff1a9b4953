/** The text below a node, with the way from it to the nodes and back. */
export interface NodeText {
  /** The text nodes in order; blocks are separated by line ends. */
  readonly text: string;
  /** The range of a part of the text; nothing where no node holds any of it. */
  rangeOf(start: number, end: number): Range | undefined;
  /** The part of the text that a range covers; empty where it covers none. */
  offsetsOf(range: Range): { readonly start: number; readonly end: number };
}

/** A text node, and where its text begins. */
interface Piece {
  readonly node: Text;
  readonly start: number;
}

/** Elements whose text nobody reads. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style noscript template textarea select option svg iframe object audio video canvas'.split(' '),
);

/** Elements that go on in the line. All others begin a new one, whatever a style says. */
const IN_LINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Reads the text below a node. Linear, also where elements are nested without end; nothing is laid out. */
export function nodeText(root: Element): NodeText {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  let isNewLine = false;
  const take = (node: Text): void => {
    if (node.length === 0) return;
    if (isNewLine && length > 0) {
      parts.push('\n');
      length += 1;
    }
    isNewLine = false;
    pieces.push({ node, start: length });
    parts.push(node.data);
    length += node.length;
  };
  const pass = (node: Node): void => {
    isNewLine ||= node.nodeType === node.ELEMENT_NODE && !IN_LINE.has(node.nodeName.toLowerCase());
  };
  for (let node: Node | null = root; node; ) {
    if (isText(node)) take(node);
    else pass(node);
    const inside: Node | null = UNREAD.has(node.nodeName.toLowerCase()) ? null : node.firstChild;
    node = inside ?? nextBehind(node, root, pass);
  }
  return textOf(pieces, parts.join(''), root);
}

/** The node behind another and all that is in it. @param leave called for each element whose end is passed */
function nextBehind(node: Node, root: Node, leave: (node: Node) => void): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (!isText(at)) leave(at);
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

function textOf(pieces: readonly Piece[], text: string, root: Element): NodeText {
  const endOf = ({ node, start }: Piece): number => start + node.length;
  return {
    text,
    rangeOf(start, end) {
      const first = pieces[firstThat(pieces, (piece) => endOf(piece) > start)];
      const last = pieces[firstThat(pieces, (piece) => piece.start >= end) - 1];
      if (!first || !last || first.start > last.start) return undefined;
      const range = root.ownerDocument.createRange();
      range.setStart(first.node, Math.min(first.node.length, Math.max(0, start - first.start)));
      range.setEnd(last.node, Math.min(last.node.length, end - last.start));
      return range;
    },
    offsetsOf(range) {
      const first = pieces[firstThat(pieces, ({ node }) => range.comparePoint(node, node.length) >= 0)];
      const last = pieces[firstThat(pieces, ({ node }) => range.comparePoint(node, 0) > 0) - 1];
      if (!first || !last || first.start > last.start) return { start: 0, end: 0 };
      return {
        start: first.start + (range.startContainer === first.node ? range.startOffset : 0),
        end: last.start + (range.endContainer === last.node ? range.endOffset : last.node.length),
      };
    },
  };
}

/** The index of the first piece that passes; all behind it pass too. */
function firstThat(pieces: readonly Piece[], passes: (piece: Piece) => boolean): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && passes(piece)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isText(node: Node): node is Text {
  return node.nodeType === node.TEXT_NODE;
}
