/** More characters than fill a popup; a story so short is drawn at once. */
const OPENING_LENGTH = 2_000;

/** Leaves in `nodes` what is seen first of a long story, and returns the rest: it is drawn when that is on the screen. */
export function splitOpening(nodes: DocumentFragment): DocumentFragment | undefined {
  let length = 0;
  let last: ChildNode | undefined;
  for (const node of nodes.childNodes) {
    length += node.textContent?.length ?? 0;
    last = node;
    if (length > OPENING_LENGTH) break;
  }
  if (!last?.nextSibling) return undefined;
  const rest = document.createDocumentFragment();
  while (last.nextSibling) rest.append(last.nextSibling);
  return rest;
}
