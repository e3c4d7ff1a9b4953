/** `Node.DOCUMENT_POSITION_FOLLOWING`, alone: what lies inside the other, or was taken out, has more to it. */
const FOLLOWING = 4;

/** Whether a node begins where another has ended, in the same tree. */
export function isAfter(node: Node, other: Node): boolean {
  return other.compareDocumentPosition(node) === FOLLOWING;
}
