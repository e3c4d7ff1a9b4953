import { isBlock, isLeaf } from '../clean/blocks.ts';
import { elementsInOrder } from '../elements-in-order.ts';

/** What holds blocks, and beside them now and then bare text. */
const CONTAINERS = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE']);

/** A shorter text is a mark, as that of a footnote beside its block. */
const SHORTEST = 5;

/** Turns bare text between blocks into a paragraph, so that the passes to come see it. */
export function looseText(root: Element): void {
  const containers = elementsInOrder(root, ({ tagName }) => CONTAINERS.has(tagName));
  for (const container of [root, ...containers]) {
    if (isLeaf(container)) continue;
    let run: Node[] = [];
    for (const node of [...Array.from(container.childNodes), undefined]) {
      if (node && isInline(node)) run.push(node);
      else {
        if (
          run
            .map(({ textContent }) => textContent)
            .join('')
            .trim().length >= SHORTEST
        )
          wrap(run);
        run = [];
      }
    }
  }
}

function isInline(node: Node): boolean {
  return node.nodeType === 3 || (node.nodeType === 1 && !isBlock(node as Element) && isLeaf(node as Element));
}

function wrap(run: readonly Node[]): void {
  const [first] = run;
  const paragraph = first?.ownerDocument?.createElement('p');
  if (!paragraph) return;
  first?.parentNode?.insertBefore(paragraph, first);
  paragraph.append(...run);
}
