/** An attribute of an element. */
export class PageAttribute {
  /** With its prefix. */
  readonly name: string;
  value: string;
  readonly namespaceURI: string | null;

  constructor(name: string, value: string, namespaceURI: string | null = null) {
    this.name = name;
    this.value = value;
    this.namespaceURI = namespaceURI;
  }

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value, this.namespaceURI);
  }
}
