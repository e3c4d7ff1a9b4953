import type { ArticleImage } from '../model/article.ts';
import { collapse, isBlock } from './clean/blocks.ts';

const SKIPPED = new Set(['FIGCAPTION', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'RT', 'RP']);

/**
 * The running text of a clean story: blocks separated by a blank line. Captions, the readings of ruby, and soft hyphens
 * are left out: they are not what a reader reads on.
 */
export function readText(root: Element): string {
  const parts: string[] = [];
  let pending = '';
  const flush = () => {
    const text = pending
      .replace(/\u00ad/g, '')
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim();
    if (text !== '') parts.push(text);
    pending = '';
  };
  let node: Node | null = root.firstChild;
  let parent: Node = root;
  while (node || parent !== root) {
    if (!node) {
      if (isBlock(parent as Element)) flush();
      node = parent.nextSibling;
      parent = parent.parentNode ?? root;
      continue;
    }
    if (node.nodeType === 3) pending += node.nodeValue ?? '';
    else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR' || tag === 'HR') flush();
      else if (!SKIPPED.has(tag) && !isEmbed(element)) {
        if (isBlock(element)) flush();
        parent = element;
        node = element.firstChild;
        continue;
      }
    }
    node = node.nextSibling;
  }
  flush();
  return parts.join('\n\n');
}

/** A player or embedded post is a titled link in the story; the title is not the story's. */
function isEmbed(element: Element): boolean {
  return element.tagName === 'FIGURE' && element.getAttribute('class') === 'embed';
}

/** The images of a clean story, in order, each with the caption of its figure. */
export function collectImages(root: Element): ArticleImage[] {
  return Array.from(root.querySelectorAll('img[src]')).map((image) => {
    const caption = collapse(image.closest('figure')?.querySelector('figcaption')?.textContent ?? '');
    const width = Number.parseInt(image.getAttribute('width') ?? '', 10);
    const height = Number.parseInt(image.getAttribute('height') ?? '', 10);
    return {
      src: image.getAttribute('src') ?? '',
      alt: image.getAttribute('alt') ?? '',
      ...(caption === '' ? {} : { caption }),
      ...(width > 0 ? { width } : {}),
      ...(height > 0 ? { height } : {}),
    };
  });
}
