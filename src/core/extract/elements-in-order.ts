/**
 * The elements of a tree that fit, in the tree's order. To be used where the order counts: once a document has lost its
 * root element, as Readability may leave it, jsdom 29 returns the matches of a list of selectors (`h1, h2`) by selector.
 */
export function elementsInOrder(root: Element, fits: (element: Element) => boolean): Element[] {
  return Array.from(root.querySelectorAll('*')).filter(fits);
}
