import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { decorateStory } from './decorate-story.ts';
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
 * @param images `named`: pictures are not fetched; their descriptions are shown. Fetching tells the site that its
 * story is being read.
 */
export function renderStory(markdown: string, images: 'shown' | 'named' = 'shown'): DocumentFragment {
  const story = sanitised(markdown, images);
  decorateStory(story, images);
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

/** The same as HTML. */
export function storyHtml(markdown: string): string {
  const story = document.createElement('div');
  story.append(sanitised(markdown));
  return story.innerHTML;
}
