/** `Node.DOCUMENT_POSITION_FOLLOWING`, alone: a node inside the other, or one that was removed, has more bits set. */
const FOLLOWING = 4;

/** Whether a node begins where another has ended, in the same tree. */
export function isAfter(node: Node, other: Node): boolean {
  return other.compareDocumentPosition(node) === FOLLOWING;
}
