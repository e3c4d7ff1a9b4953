/** The parts of Readability's class that our engine builds on; the package describes its outer face only. */
declare module '@mozilla/readability/Readability.js' {
  export default class Readability {
    constructor(document: Document, options: { charThreshold: number });
    protected REGEXPS: { readonly unlikelyCandidates: RegExp; readonly negative: RegExp };
    protected _doc: Document;
    protected _flags: number;
    protected _metadata: { byline?: string };
    protected _prepDocument(): void;
    protected _removeNodes(nodes: readonly Element[], isUnwanted?: (node: Element, at: number) => boolean): void;
    protected _grabArticle(): Element | null;
    protected _simplifyNestedElements(content: Element): void;
    protected _isProbablyVisible(node: Element): boolean;
    protected _headerDuplicatesTitle(node: Element): boolean;
  }
}
