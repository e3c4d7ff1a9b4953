import { ELEMENT, elementsBelow, nextInTree, PageNode, TEXT } from './page-node.ts';
import { selectAll, selectFirst } from './selectors.ts';

/** A node that may have children, with the DOM's `ParentNode`. Lists are arrays, made when they are asked for. */
export abstract class PageParent extends PageNode {
  get children(): PageNode[] {
    const children: PageNode[] = [];
    for (let child = this.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === ELEMENT) children.push(child);
    }
    return children;
  }

  get childElementCount(): number {
    let count = 0;
    for (let child = this.firstChild; child; child = child.nextSibling) if (child.nodeType === ELEMENT) count++;
    return count;
  }

  get firstElementChild(): PageNode | null {
    const { firstChild } = this;
    return firstChild?.nodeType === ELEMENT ? firstChild : (firstChild?.nextElementSibling ?? null);
  }

  get lastElementChild(): PageNode | null {
    const { lastChild } = this;
    return lastChild?.nodeType === ELEMENT ? lastChild : (lastChild?.previousElementSibling ?? null);
  }

  override get textContent(): string | null {
    const { firstChild } = this;
    // One text is all that most elements hold.
    if (!firstChild?.nextSibling && firstChild?.nodeType === TEXT) return firstChild.nodeValue;
    let text = '';
    for (let node = firstChild; node; node = nextInTree(node, this)) {
      if (node.nodeType === TEXT) text += node.nodeValue;
    }
    return text;
  }

  override set textContent(text: string | null) {
    this.replaceChildren(...(text ? [text] : []));
  }

  append(...items: readonly (PageNode | string)[]): void {
    this.insertBefore(this.nodeOf(items), null);
  }

  prepend(...items: readonly (PageNode | string)[]): void {
    this.insertBefore(this.nodeOf(items), this.firstChild);
  }

  replaceChildren(...items: readonly (PageNode | string)[]): void {
    const node = this.nodeOf(items);
    while (this.firstChild) this.firstChild.remove();
    this.insertBefore(node, null);
  }

  querySelector(selector: string): PageNode | null {
    return selectFirst(this, selector);
  }

  querySelectorAll(selector: string): PageNode[] {
    return selectAll(this, selector);
  }

  getElementsByTagName(name: string): PageNode[] {
    if (name === '*') return [...elementsBelow(this)];
    const upper = name.toUpperCase();
    // Of HTML the names are in capital letters, of SVG and MathML as written.
    return elementsBelow(this).filter(({ nodeName }) => nodeName === upper || nodeName === name);
  }
}
