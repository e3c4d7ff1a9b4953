/** An element with an open shadow tree, and both as they are in the copy. */
export interface Host {
  readonly twin: Element;
  readonly shadow: ShadowRoot;
  readonly shadowTwin: DocumentFragment;
  /** What stands in the element itself, for the shadow tree's slots to take up. */
  readonly children: readonly Node[];
  readonly childTwins: readonly Node[];
}

/** A place in a shadow tree that shows nodes of its host. */
export interface Slot {
  readonly slot: HTMLSlotElement;
  readonly twin: Element;
}

/**
 * Puts in the copy what shadow hosts show in the place of what they hold: their shadow tree, with the nodes that its
 * slots took up. Nodes that no slot took up are not shown by the page either, and are gone.
 *
 * @param slots in the order they were met, outer trees first.
 */
export function composeShadowTrees(hosts: readonly Host[], slots: readonly Slot[]): void {
  const twinOf = new Map<Node, Node>();
  for (const { twin, shadowTwin, children, childTwins } of hosts) {
    for (const [index, child] of children.entries()) twinOf.set(child, childTwins[index] ?? child);
    twin.replaceChildren(shadowTwin);
  }
  // A slot may itself be taken up by a slot further in: that one places it, then it has its turn.
  for (const { slot, twin } of slots.toReversed()) {
    const taken = slot.assignedNodes().flatMap((node) => twinOf.get(node) ?? []);
    const content = twin.ownerDocument.createDocumentFragment();
    for (const node of taken.length > 0 ? taken : [...twin.childNodes]) content.append(node);
    twin.replaceWith(content);
  }
}
