/** Where to go from a block. */
export type Direction = 'around' | 'inside' | 'before' | 'after';

/** The block that holds an element: drawn as a block, and with something in it. */
export function blockAt(element: Element | null): Element | undefined {
  for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
    if (isBlock(at)) return at;
  }
  return undefined;
}

/** Returns the next block in a direction; undefined behind the last. */
export function neighbour(block: Element, direction: Direction): Element | undefined {
  switch (direction) {
    case 'around':
      return blockAt(block.parentElement);
    case 'inside':
      return blocksIn(block)[0];
    case 'before':
      return sibling(block, 'previousElementSibling');
    case 'after':
      return sibling(block, 'nextElementSibling');
  }
}

function sibling(block: Element, side: 'previousElementSibling' | 'nextElementSibling'): Element | undefined {
  for (let at = block[side]; at; at = at[side]) {
    if (isBlock(at)) return at;
    const inside = blocksIn(at);
    const found = side === 'nextElementSibling' ? inside[0] : inside.at(-1);
    if (found) return found;
  }
  return undefined;
}

/** The blocks right below an element. */
function blocksIn(element: Element): Element[] {
  return [...element.children].flatMap((child) => (isBlock(child) ? [child] : blocksIn(child)));
}

function isBlock(element: Element): boolean {
  if (!Element.prototype.checkVisibility.call(element)) return false;
  const { display } = getComputedStyle(element);
  if (/^(?:inline|contents|none)/.test(display) && element.localName !== 'img') return false;
  return (
    (element.textContent ?? '').trim() !== '' || element.localName === 'img' || element.querySelector('img') !== null
  );
}
