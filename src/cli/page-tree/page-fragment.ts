import { FRAGMENT, type OwnerDocument } from './page-node.ts';
import { PageParent } from './page-parent.ts';

/** A document fragment. */
export class PageFragment extends PageParent {
  constructor(owner: OwnerDocument) {
    super(FRAGMENT, owner);
  }

  override get nodeName(): string {
    return '#document-fragment';
  }

  protected override copy(): PageFragment {
    return new PageFragment(this.owner());
  }
}
