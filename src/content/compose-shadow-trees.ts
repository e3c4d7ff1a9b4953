/** An element with an open shadow tree, and both as they are in the copy. */
export interface Host {
  readonly clone: Element;
  readonly shadow: ShadowRoot;
  readonly shadowClone: DocumentFragment;
  /** The element's own children, for the shadow tree's slots to take up. */
  readonly children: readonly Node[];
  readonly childClones: readonly Node[];
}

/** A place in a shadow tree that shows nodes of its host. */
export interface Slot {
  readonly slot: HTMLSlotElement;
  readonly clone: Element;
}

/**
 * Puts in the copy what shadow hosts show in the place of what they hold: their shadow tree, with the nodes that its
 * slots took up. Nodes that no slot took up are not shown by the page either, and are gone.
 *
 * @param slots in the order they were met, outer trees first.
 */
export function composeShadowTrees(hosts: readonly Host[], slots: readonly Slot[]): void {
  const cloneOf = new Map<Node, Node>();
  for (const { clone, shadowClone, children, childClones } of hosts) {
    for (const [index, child] of children.entries()) cloneOf.set(child, childClones[index] ?? child);
    clone.replaceChildren(shadowClone);
  }
  // A slot may itself be taken up by a slot further in: that one places it, then it has its turn.
  for (const { slot, clone } of slots.toReversed()) {
    const taken = slot.assignedNodes().flatMap((node) => cloneOf.get(node) ?? []);
    const content = clone.ownerDocument.createDocumentFragment();
    for (const node of taken.length > 0 ? taken : [...clone.childNodes]) content.append(node);
    clone.replaceWith(content);
  }
}
