import { nextInTree, type PageNode } from './page-node.ts';

/** The DOM's `TreeWalker` without a filter, forwards and up. */
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
    while (node && !this.#shows(node)) node = nextInTree(node, this.root);
    if (node) this.currentNode = node;
    return node;
  }

  nextSibling(): PageNode | null {
    for (let node = this.currentNode; node !== this.root; ) {
      // What a node holds that is not shown is as if it were beside it.
      for (let next = node.nextSibling; next; next = node.firstChild ?? node.nextSibling) {
        node = next;
        if (!this.#shows(node)) continue;
        this.currentNode = node;
        return node;
      }
      const { parentNode } = node;
      if (!parentNode || parentNode === this.root || this.#shows(parentNode)) return null;
      node = parentNode;
    }
    return null;
  }

  parentNode(): PageNode | null {
    for (let node: PageNode | null = this.currentNode; node && node !== this.root; ) {
      node = node.parentNode;
      if (!node || !this.#shows(node)) continue;
      this.currentNode = node;
      return node;
    }
    return null;
  }

  #shows({ nodeType }: PageNode): boolean {
    return (this.#whatToShow & (1 << (nodeType - 1))) !== 0;
  }
}
