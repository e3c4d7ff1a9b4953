const PARTS = 'table, thead, tbody, tfoot, tr';

/** What a table or a part of one may contain. Which in which is left to the parser, which moves none of these. */
const HOUSED = 'caption, colgroup, col, thead, tbody, tfoot, tr, td, th';

/**
 * Gives a cell to what a script has put into a table but into no cell of it: written as HTML and parsed again it would
 * are before the table (https://html.spec.whatwg.org/multipage/parsing.html#foster-parent).
 */
export function mendTables(root: Element): void {
  for (const part of root.querySelectorAll(PARTS)) {
    for (const node of Array.from(part.childNodes)) if (isStray(node)) giveCell(node, part);
  }
}

function isStray(node: ChildNode): boolean {
  return node.nodeType === 1 ? !(node as Element).matches(HOUSED) : (node.nodeValue ?? '').trim() !== '';
}

function giveCell(node: ChildNode, part: Element): void {
  const document = part.ownerDocument;
  const cell = document.createElement('td');
  const row = part.localName === 'tr' ? cell : document.createElement('tr');
  node.replaceWith(row);
  if (row !== cell) row.append(cell);
  cell.append(node);
}
