import { resolveAddress } from '../../addresses.ts';
import { holdsStory } from '../drop-named.ts';
import { type PassContext, remove } from '../pass.ts';

/** The same page under two addresses: scheme, `www.`, query, fragment and a last slash do not count. */
function pageKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  return hostname.replace(/^(?:www|m|amp)\./, '') + pathname.replace(/\/+$/, '');
}

/** The address that a card's heading leads to, where the heading is nothing but a link, or the one marked as its own. */
function headingTarget(card: Element): string | undefined {
  const bookmark = card.querySelector('a[rel~="bookmark"][href]');
  if (bookmark) return bookmark.getAttribute('href') ?? undefined;
  const heading = card.querySelector('h1, h2, h3, h4, h5');
  if (!heading) return undefined;
  const link = heading.closest('a[href]') ?? heading.querySelector('a[href]');
  if (!link || !card.contains(link)) return undefined;
  const text = heading.textContent?.trim() ?? '';
  if (text === '' || (link.textContent?.trim().length ?? 0) < text.length * 0.8) return undefined;
  return link.getAttribute('href') ?? undefined;
}

/** `<article>`s whose heading is a link to another page: cards of other stories, not parts of this one. */
export function cards(root: Element, context: PassContext): void {
  const own = pageKey(context.url);
  for (const article of Array.from(root.querySelectorAll('article'))) {
    if (!root.contains(article)) continue;
    const target = headingTarget(article);
    if (target === undefined || target.startsWith('#') || target.startsWith('javascript:')) continue;
    if (pageKey(resolveAddress(target, context.url) ?? target) === own) continue;
    if (holdsStory(article, context, 0.9)) continue;
    remove(article, 'cards', 'an article whose heading links to another page', context);
  }
}
