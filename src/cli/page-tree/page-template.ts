import type { PageAttribute } from './page-attribute.ts';
import { HTML_NAMESPACE, PageElement } from './page-element.ts';
import { PageFragment } from './page-fragment.ts';
import type { OwnerDocument, PageNode } from './page-node.ts';

/** Content that belongs to no page until a script puts it in: `<template>`. */
export class PageTemplate extends PageElement {
  content: PageFragment;

  constructor(owner: OwnerDocument, attributes: PageAttribute[]) {
    super(owner, 'template', HTML_NAMESPACE, attributes);
    this.content = new PageFragment(owner);
  }

  protected override copy(): PageTemplate {
    return new PageTemplate(
      this.owner(),
      this.attributes.map((attribute) => attribute.cloneNode()),
    );
  }

  override cloneNode(deep = false): PageNode {
    const copy = this.copy();
    if (deep) {
      for (const child of this.content.childNodes) copy.content.link(child.cloneNode(true), null);
      for (const child of this.childNodes) copy.link(child.cloneNode(true), null);
    }
    return copy;
  }
}
