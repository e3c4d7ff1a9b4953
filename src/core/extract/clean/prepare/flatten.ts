import { isBlock } from '../blocks.ts';

/**
 * Elements nested deeper than this give way to their content. Blink's parser stops at 512; recursive walkers
 * (Readability's, a DOM's own clone and serialiser) overflow at some thousands, and Readability's cost grows with depth.
 */
const DEEPEST = 200;

/** Brings a tree down to a depth that every walker can take, without recursion and in linear time. */
export function flatten(root: Element): void {
  let element: Element | null = root.firstElementChild;
  let depth = 1;
  while (element) {
    if (depth === DEEPEST) unfold(element);
    else if (element.firstElementChild) {
      element = element.firstElementChild;
      depth++;
      continue;
    }
    while (element && element !== root && !element.nextElementSibling) {
      element = element.parentElement;
      depth--;
    }
    element = element && element !== root ? element.nextElementSibling : null;
  }
}

/** Leaves no elements below the children of `parent`. What stood in blocks of its own stays on lines of its own. */
function unfold(parent: Element): void {
  let child = parent.firstElementChild;
  while (child) {
    const next: Element | null = child.firstElementChild ?? child.nextElementSibling;
    if (child.firstElementChild) {
      if (isBlock(child)) parent.insertBefore(parent.ownerDocument.createElement('br'), child.nextSibling);
      while (child.firstChild) parent.insertBefore(child.firstChild, child);
      child.remove();
    }
    child = next;
  }
}
