import { resolveAddress } from '../text/addresses.ts';

/** A link that may lead to another page of the story. */
export interface PageLink {
  readonly element: Element;
  readonly url: URL;
  /** The number that it is labelled with. */
  readonly number?: number;
  readonly leadsTo?: 'next' | 'previous';
}

const NUMBER =
  /^[\s[(（【<]*(?:第|page|seite|página|pagina)?\s*(\d{1,2})\s*(?:页|頁|ページ)?[\s\])）】>]*(?:[.:：、)]\s*\S.{0,80})?$/i;

/** Whole labels: “next” alone or with “page”, never with “article”, “story”, “post”. */
const NEXT =
  /^(?:(?:go to |continue to )?(?:the )?next(?: page)?|下一?[页頁]|后一?页|後一?頁|次へ|次の?ページ(?:へ)?|다음(?: 페이지)?|(?:zur )?nächsten?(?: seite)?|weiter(?: zur? nächsten seite)?|(?:page )?suivante?|(?:página )?siguiente|(?:página )?seguinte|próxima(?: página)?|(?:pagina )?successiva|pagina seguente|avanti|volgende(?: pagina)?|nästa(?: sida)?|следующая(?: страница)?|следующая стр\.?|далее)$/i;
const PREVIOUS =
  /^(?:prev(?:ious)?(?: page)?|上一?[页頁]|前一?[页頁]|首[页頁]|first(?: page)?|前へ|前のページ(?:へ)?|이전(?: 페이지)?|(?:zur )?vorherigen?(?: seite)?|zurück|(?:page )?précédente?|(?:página )?anterior|(?:pagina )?precedente|vorige(?: pagina)?|föregående(?: sida)?|предыдущая(?: страница)?)$/i;
const SIGNS = /[\s<>«»‹›→←⟶⟵▶◀►◄|·.…:：()（）[\]【】]+/g;

/** Comments have pages of their own. */
const COMMENTS =
  /(?:^|[\s_-])(?:comments?|commentlist|replies|respond|disqus|discussion|pinglun|kommentare?)(?:$|[\s_-])/i;
const COMMENT_FRAGMENT = /comment|respond|reply|kommentar|pinglun/i;

/** The page's links that are labelled like links to pages, and lead to its own site. */
export function pageLinks(document: Document, base: string): PageLink[] {
  const { origin } = new URL(base);
  const found: PageLink[] = [];
  for (const element of Array.from(document.querySelectorAll('a[href], link[rel][href], option[value]'))) {
    const label = labelOf(element);
    if (!label || isOfComments(element)) continue;
    const address = element.getAttribute(element.tagName === 'OPTION' ? 'value' : 'href')?.trim() ?? '';
    const resolved = /^(?:#|$)/.test(address) ? undefined : resolveAddress(address, base);
    if (resolved === undefined) continue;
    const url = new URL(resolved);
    if (url.origin !== origin || COMMENT_FRAGMENT.test(url.hash)) continue;
    url.hash = '';
    found.push({ element, url, ...label });
  }
  return found;
}

function labelOf(element: Element): Pick<PageLink, 'number' | 'leadsTo'> | undefined {
  const rel = element.getAttribute('rel') ?? '';
  if (/(?:^|\s)next(?:\s|$)/i.test(rel)) return { leadsTo: 'next' };
  if (/(?:^|\s)prev(?:ious)?(?:\s|$)/i.test(rel)) return { leadsTo: 'previous' };
  if (element.tagName === 'LINK') return undefined;
  const shown = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const text = shown === '' ? (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '') : shown;
  if (text.length > 100) return undefined;
  const [, number] = NUMBER.exec(text) ?? [];
  if (number !== undefined) return Number(number) > 0 ? { number: Number(number) } : undefined;
  const word = text.replace(SIGNS, ' ').trim();
  if (NEXT.test(word)) return { leadsTo: 'next' };
  return PREVIOUS.test(word) ? { leadsTo: 'previous' } : undefined;
}

function isOfComments(element: Element): boolean {
  for (
    let box: Element | null = element;
    box && !/^(?:BODY|MAIN|ARTICLE)$/.test(box.tagName);
    box = box.parentElement
  ) {
    if (COMMENTS.test(`${box.getAttribute('class') ?? ''} ${box.id}`)) return true;
  }
  return false;
}
