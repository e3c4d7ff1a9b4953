import type { RssFeed } from 'feedsmith';

type Media = NonNullable<RssFeed.Item<string>['media']>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const ADDRESS = /https?:\/\/[^\s<>"'、，。；：！？（）「」『』《》【】]{1,2000}/g;
/** Marks at the end of an address that belong to the sentence around it. */
const SENTENCE_END = /[.,;:!?)\]]+$/;

/** Content before description; but a content that is cut does not hide a longer description. */
export function longest(content = '', description = ''): string {
  const weight = (html: string): number => html.replace(/<[^<>]*>/g, '').replace(/\s+/g, '').length;
  return weight(content) >= weight(description) ? content.trim() : description.trim();
}

/** Plain text as HTML: a paragraph for each block, a break for each line, addresses as links. */
export function textAsHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => `<p>${block.split('\n').map(linked).join('<br>')}</p>`)
    .join('\n');
}

/** The text that video platforms put into `media:group`, below a link to the video; empty without it. */
export function videoDescription(media: Media | undefined, url: string | undefined): string {
  const groups = [...(media?.groups ?? []), ...(media ? [media] : [])];
  const description = groups.find((group) => group.description?.value)?.description;
  const picture = groups.flatMap((group) => group.thumbnails ?? [])[0]?.url;
  const text = description?.type === 'html' ? (description.value ?? '') : textAsHtml(description?.value ?? '');
  if (url === undefined || (text === '' && picture === undefined)) return text;
  const shown = picture === undefined ? escaped(url) : `<img src="${escaped(picture)}" alt="">`;
  return `<p><a href="${escaped(url)}">${shown}</a></p>\n${text}`;
}

function linked(line: string): string {
  let html = '';
  let at = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = match[0].replace(SENTENCE_END, '');
    html += `${escaped(line.slice(at, match.index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    at = match.index + address.length;
  }
  return html + escaped(line.slice(at));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
