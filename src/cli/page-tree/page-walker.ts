import { nextInTree, type PageNode } from './page-node.ts';

/** The DOM's `TreeWalker` without a filter, forwards. */
export class PageWalker {
  readonly root: PageNode;
  currentNode: PageNode;
  readonly #whatToShow: number;

  constructor(root: PageNode, whatToShow: number) {
    this.root = root;
    this.currentNode = root;
    this.#whatToShow = whatToShow;
  }

  nextNode(): PageNode | null {
    let node = nextInTree(this.currentNode, this.root);
    while (node && !(this.#whatToShow & (1 << (node.nodeType - 1)))) node = nextInTree(node, this.root);
    if (node) this.currentNode = node;
    return node;
  }
}
