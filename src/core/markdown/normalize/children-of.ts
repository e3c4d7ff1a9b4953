/** The element children, in order. Walking siblings is linear in every DOM; jsdom's live `children` is not. */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) children.push(child);
  return children;
}
