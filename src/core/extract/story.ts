import type { ArticleImage } from '../article.ts';

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, td, th, dt, dd, div, section';

/** The running text of a clean story: blocks separated by a blank line, captions left out. */
export function readText(root: Element): string {
  const blocks: string[] = [];
  for (const block of root.querySelectorAll(BLOCKS)) {
    if (block.querySelector(BLOCKS) || block.closest('figcaption')) continue;
    const text = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push(text);
  }
  return blocks.join('\n\n');
}

/** The images of a clean story, in order, each with the caption of its figure. */
export function collectImages(root: Element): ArticleImage[] {
  return [...root.querySelectorAll('img[src]')].map((image) => {
    const caption = image.closest('figure')?.querySelector('figcaption')?.textContent?.trim();
    return {
      src: image.getAttribute('src') ?? '',
      alt: image.getAttribute('alt') ?? '',
      ...(caption ? { caption } : {}),
    };
  });
}
