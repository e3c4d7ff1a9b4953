import { DOCUMENT_TYPE, type OwnerDocument, PageNode } from './page-node.ts';

export class PageDocumentType extends PageNode {
  readonly name: string;
  readonly publicId: string;
  readonly systemId: string;

  constructor(owner: OwnerDocument, name: string, publicId: string, systemId: string) {
    super(DOCUMENT_TYPE, owner);
    this.name = name;
    this.publicId = publicId;
    this.systemId = systemId;
  }

  override get nodeName(): string {
    return this.name;
  }

  protected override copy(): PageDocumentType {
    return new PageDocumentType(this.owner(), this.name, this.publicId, this.systemId);
  }
}
