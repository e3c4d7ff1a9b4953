import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { purify } from './purify.ts';

/**
 * What a post may show. Scripts, frames, forms and styles are not on the list; `id` and `name` are left out too, so
 * that nothing in a story can pose as a part of the page around it (footnotes find their notes by `data-note`).
 */
const SHOWN = {
  ALLOWED_TAGS: [
    ...['a', 'abbr', 'address', 'aside', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del'],
    ...['details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
    ...['i', 'img', 'input', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp'],
    ...['section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead'],
    ...['time', 'tr', 'u', 'ul', 'var', 'wbr'],
  ],
  ALLOWED_ATTR: [
    ...['align', 'alt', 'checked', 'cite', 'colspan', 'datetime', 'dir', 'disabled', 'height', 'href', 'lang', 'open'],
    ...['reversed', 'rowspan', 'src', 'start', 'title', 'type', 'value', 'width'],
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const;

/**
 * A post's Markdown as nodes, as a CommonMark + GFM program shows it. Safe by itself: what the Markdown holds of HTML
 * is cut down to `SHOWN` before it is in any document.
 *
 * @param images `named`: pictures are not fetched, and stand as their descriptions. Fetching tells the site that its
 * story is being read.
 */
export function renderStory(markdown: string, images: 'shown' | 'named' = 'shown'): DocumentFragment {
  const story = sanitised(markdown, images);
  if (images === 'named') story.querySelectorAll('img').forEach(nameImage);
  for (const link of story.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
    nameLink(link);
  }
  for (const image of story.querySelectorAll('img')) {
    image.setAttribute('loading', 'lazy');
    image.setAttribute('decoding', 'async');
    image.setAttribute('referrerpolicy', 'no-referrer');
    // One that cannot be had is named: Firefox, say, asks plain-http sites for a picture by https only.
    image.addEventListener('error', () => nameImage(image));
  }
  // The only input that a post has is a task's tick, and it is not for ticking here.
  for (const input of story.querySelectorAll('input')) {
    if (input.type === 'checkbox') input.disabled = true;
    else input.remove();
  }
  return story;
}

function sanitised(markdown: string, images: 'shown' | 'named' = 'shown'): DocumentFragment {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return purify().sanitize(html, {
    ...SHOWN,
    ALLOWED_TAGS: [...SHOWN.ALLOWED_TAGS],
    ALLOWED_ATTR: SHOWN.ALLOWED_ATTR.filter((name) => images === 'shown' || name !== 'src'),
  });
}

/**
 * Renders a line of everything that stories have. What has run once is compiled: the first real story then takes a
 * fraction of the time.
 */
export function rehearse(): void {
  sanitised(
    '# A *story*\n\n[Told](https://example.com "by") **all** `over`\\\nagain.\n\n- ![](a.png)\n\n> 1. &amp; <b>so</b> on',
  );
}

/** The same as HTML. */
export function storyHtml(markdown: string): string {
  const story = document.createElement('div');
  story.append(sanitised(markdown));
  return story.innerHTML;
}

/** A link around a picture without a description is called by its address; one that holds nothing any more goes. */
function nameLink(link: Element): void {
  if (link.textContent.trim() !== '') return;
  const images = [...link.querySelectorAll('img')];
  if (images.length === 0) link.remove();
  else if (images.every(({ alt }) => alt === '')) link.setAttribute('aria-label', link.getAttribute('href') ?? '');
}

function nameImage(image: HTMLImageElement): void {
  const name = image.ownerDocument.createElement('span');
  name.className = 'image-name';
  name.textContent = image.alt;
  image.replaceWith(...(image.alt === '' ? [] : [name]));
}
