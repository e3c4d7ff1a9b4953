import { COMMENT, type OwnerDocument, PageNode, TEXT } from './page-node.ts';

/** A text or a comment. */
abstract class PageCharacters extends PageNode {
  data: string;

  constructor(nodeType: number, owner: OwnerDocument, data: string) {
    super(nodeType, owner);
    this.data = data;
  }

  get length(): number {
    return this.data.length;
  }

  override get nodeValue(): string {
    return this.data;
  }

  override set nodeValue(value: string | null) {
    this.data = value ?? '';
  }

  override get textContent(): string {
    return this.data;
  }

  override set textContent(value: string | null) {
    this.data = value ?? '';
  }
}

export class PageText extends PageCharacters {
  constructor(owner: OwnerDocument, data: string) {
    super(TEXT, owner, data);
  }

  override get nodeName(): string {
    return '#text';
  }

  protected override copy(): PageText {
    return new PageText(this.owner(), this.data);
  }
}

export class PageComment extends PageCharacters {
  constructor(owner: OwnerDocument, data: string) {
    super(COMMENT, owner, data);
  }

  override get nodeName(): string {
    return '#comment';
  }

  protected override copy(): PageComment {
    return new PageComment(this.owner(), this.data);
  }
}
