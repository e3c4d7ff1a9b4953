/** HTML's earlier names for preformatted text. Their content is text, never elements (HTML Standard, 16.2). */
const NAMES = 'xmp, plaintext, listing';

/** Makes them the `pre` that every later step knows. */
export function rawTextElements(root: Element): void {
  for (const element of Array.from(root.querySelectorAll(NAMES))) {
    const pre = element.ownerDocument.createElement('pre');
    pre.textContent = element.textContent;
    element.replaceWith(pre);
  }
}
