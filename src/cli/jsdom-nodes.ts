/**
 * jsdom keeps a node's data in an object below the one that scripts see. The two know each other by symbols that jsdom
 * does not export. Its version is pinned; `test/cli/fast-selectors.test.ts` fails where another one differs.
 */
export interface JsdomNodes<Below> {
  /** The object below a node. */
  nodeOf(node: object): Below;
  /** The node above it; null for none. */
  wrapperOf(node: Below | null | undefined): Element | null;
}

export function jsdomNodes<Below>(document: Document): JsdomNodes<Below> {
  const impl = symbolOf(document, 'impl');
  const wrapper = symbolOf(Reflect.get(document, impl), 'wrapper');
  return {
    nodeOf: (node) => Reflect.get(node, impl),
    wrapperOf: (node) => (node ? Reflect.get(Object(node), wrapper) : null),
  };
}

function symbolOf(object: object, description: string): symbol {
  const symbol = Object.getOwnPropertySymbols(object).find((one) => one.description === description);
  if (!symbol) throw new Error(`jsdom has no symbol "${description}" any more`);
  return symbol;
}
