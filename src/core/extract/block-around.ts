/** The smallest element around elements that are in the order of the document. Undefined for none. */
export function blockAround(elements: readonly Element[]): Element | undefined {
  const [first, last] = [elements[0], elements.at(-1)];
  let block = first?.parentElement;
  while (block && last && !block.contains(last)) block = block.parentElement;
  return block ?? undefined;
}
