import { isBlock } from './clean/blocks.ts';

/**
 * Elements nested deeper than this are replaced by their content. Blink's parser stops at 512; recursive walkers
 * (Readability's, a DOM's own clone, removal and serialiser) overflow at some thousands, and Readability's cost grows
 * with depth.
 */
const DEEPEST = 100;

/**
 * A document that every walker can take: the same one where its depth is ordinary, else a copy in which what was nested
 * too deep is moved to the limit, blocks on separate lines. Built without recursion, and without moving a node of the
 * page: to move a deep tree overflows the stack of some DOMs.
 */
export function shallowDocument(document: Document): Document {
  const root = document.documentElement;
  if (!root || !isDeep(root)) return document;
  const copy = document.implementation.createHTMLDocument('');
  const top = copy.importNode(root, false);
  copy.replaceChild(top, copy.documentElement);
  const open: Element[] = [top];
  walk(root, (node, depth, entering) => {
    if (node.nodeType === 1 && node.firstChild) {
      if (!entering) {
        if (depth < DEEPEST) open.pop();
        else if (isBlock(node as Element)) open.at(-1)?.append(copy.createElement('br'));
      } else if (depth < DEEPEST) {
        const element = copy.importNode(node as Element, false);
        open.at(-1)?.append(element);
        open.push(element);
      }
    } else if (entering) open.at(-1)?.append(copy.importNode(node, false));
  });
  return copy;
}

/** True where an element is at the limit. From one element to the next depth grows by one at most, so few need a look. */
function isDeep(root: Element): boolean {
  const elements = root.querySelectorAll('*');
  for (let i = 0; i < elements.length; ) {
    let depth = 0;
    for (let node = elements[i]; node && node !== root; node = node.parentElement ?? undefined) depth++;
    if (depth >= DEEPEST) return true;
    i += DEEPEST - depth;
  }
  return false;
}

/** Visits what is below `root`, each node with its depth: elements with content when they are entered and when they are left. */
function walk(root: Element, visit: (node: Node, depth: number, entering: boolean) => void): void {
  let node: Node | null = root.firstChild;
  let depth = 1;
  while (node) {
    visit(node, depth, true);
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && !node.nextSibling) {
      const parent: Node | null = node.parentNode;
      if (!parent || parent === root) return;
      depth--;
      visit(parent, depth, false);
      node = parent;
    }
    node = node?.nextSibling ?? null;
  }
}
