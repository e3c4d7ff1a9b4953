/**
 * The copy of an element of the page, found by its place among siblings of its kind: style sheets and fields are not in the
 * copy. Undefined where the element has left the page or is in a shadow tree.
 */
export function copyOf(element: Element, copy: Document): Element | undefined {
  const steps: { readonly name: string; readonly place: number }[] = [];
  let at: Element = element;
  for (;;) {
    const parent = parentOf(at);
    if (!parent) break;
    const name = at.localName;
    const siblings = childrenOf(parent).filter((child) => child.localName === name);
    steps.unshift({ name, place: siblings.indexOf(at) });
    at = parent;
  }
  if (at !== Reflect.get(Document.prototype, 'documentElement', document)) return undefined;
  let found: Element | undefined = copy.documentElement;
  for (const { name, place } of steps) {
    found = found && childrenOf(found).filter((child) => child.localName === name)[place];
  }
  return found;
}

/** Through the prototype: a form may answer with a control of its own. */
function parentOf(element: Element): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', element);
}

function childrenOf(element: Element): Element[] {
  const children: HTMLCollection = Reflect.get(Element.prototype, 'children', element);
  return [...children];
}
