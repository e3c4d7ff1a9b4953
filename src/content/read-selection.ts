/** Elements whose parts mean little alone: a selection inside one is given with it. */
const WHOLES = new Set(['code', 'dl', 'ol', 'pre', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul']);

/**
 * What the reader has selected in the page's own tree, as ranges of its clone: they stay where the reader selects something
 * else, and move with what is changed in the clone.
 *
 * @param clone a tree of the same shape as `root`.
 */
export function selectedRanges(copy: Document, root: Element, clone: Element): Range[] {
  const selection = getSelection();
  const ranges: Range[] = [];
  if (!selection || selection.isCollapsed) return ranges;
  for (let index = 0; index < selection.rangeCount; index++) {
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(index);
    const start = cloneOf(startContainer, root, clone);
    const end = cloneOf(endContainer, root, clone);
    if (!start || !end) continue;
    const range = copy.createRange();
    range.setStart(start, startOffset);
    range.setEnd(end, endOffset);
    ranges.push(range);
  }
  return ranges;
}

/** What was selected, with what is known of the clone. Absent: nothing. */
export function readSelection(copy: Document, ranges: readonly Range[]): HTMLElement | undefined {
  if (ranges.length === 0) return undefined;
  const holder = copy.createElement('div');
  for (const range of ranges) holder.append(withWhole(range));
  const isEmpty = holder.textContent.trim() === '' && !holder.querySelector('img, picture, video');
  return isEmpty ? undefined : holder;
}

/** The range's nodes, in copies of the list, table or code that they are parts of. */
function withWhole(range: Range): Node {
  let content: Node = range.cloneContents();
  let around: Node | null = range.commonAncestorContainer;
  if (!(around instanceof Element)) around = around.parentNode;
  while (around instanceof Element && WHOLES.has(around.localName)) {
    const whole = around.cloneNode(false);
    whole.appendChild(content);
    content = whole;
    around = around.parentNode;
  }
  return content;
}

/** The node at the same place of the clone. The way there may lead through forms, so it is asked of the prototype. */
function cloneOf(node: Node, root: Element, clone: Element): Node | undefined {
  const way: number[] = [];
  for (let at: Node = node; at !== root; ) {
    const parent: Node | null = Reflect.get(Node.prototype, 'parentNode', at);
    if (!parent) return undefined;
    const siblings: NodeList = Reflect.get(Node.prototype, 'childNodes', parent);
    way.unshift(Array.prototype.indexOf.call(siblings, at));
    at = parent;
  }
  return way.reduce<Node | undefined>((at, index) => at && Reflect.get(Node.prototype, 'childNodes', at)[index], clone);
}
