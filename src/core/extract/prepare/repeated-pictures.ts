/** How many levels apart two copies of a picture are. */
const CLIMB = 4;

/** Removes a picture that directly follows itself: a preview below the sharp copy, a copy for pages without scripts. */
export function repeatedPictures(root: Element): void {
  const images = Array.from(root.querySelectorAll('img'));
  images.forEach((image, index) => {
    const before = images[index - 1];
    if (before && image.getAttribute('src') === before.getAttribute('src') && isOneBox(image, before)) {
      if (!before.getAttribute('alt')) before.setAttribute('alt', image.getAttribute('alt') ?? '');
      image.remove();
    }
  });
}

/** True where the box around both holds no text beside a caption: the reader sees one picture. */
function isOneBox(image: Element, before: Element): boolean {
  let box = image.parentElement;
  for (let level = 0; level < CLIMB && box; level++, box = box.parentElement) {
    if (box.querySelectorAll('figcaption').length > 1) return false;
    if (box.contains(before)) return textBetween(before, image).trim() === '';
  }
  return false;
}

/** The text from one element to another that follows it in the tree. */
function textBetween(start: Element, end: Element): string {
  let text = '';
  for (let node: Node | null = start; node && node !== end; ) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    let next: Node | null = node.firstChild;
    for (; !next && node; node = node.parentNode) next = node.nextSibling;
    node = next;
  }
  return text;
}
