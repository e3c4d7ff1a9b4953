/** Takes nodes out of a story, and with them the elements around them that hold nothing any more. */
export function removeUnit(story: Element, nodes: readonly Node[]): void {
  for (const node of nodes) {
    let parent: Element | null = node.parentElement;
    node.parentNode?.removeChild(node);
    while (parent && parent !== story && isEmpty(parent)) {
      const around: Element | null = parent.parentElement;
      parent.remove();
      parent = around;
    }
  }
}

function isEmpty(element: Element): boolean {
  return (element.textContent ?? '').trim() === '' && !element.querySelector('img, hr');
}
