import { resolveAddress } from '../../text/addresses.ts';
import { lettersOf } from '../../text/text-folding.ts';
import { holdsStory } from '../clean/drop-named.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** The same page under two addresses: scheme, `www.`, query, fragment and a last slash do not count. */
function pageKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  return hostname.replace(/^(?:www|m|amp)\./, '') + pathname.replace(/\/+$/, '');
}

interface Card {
  readonly article: Element;
  /** Its headline, and whether that is an `h1`. */
  readonly letters: string;
  readonly first: boolean;
  /** Where the headline leads, where it is nothing but a link, or the link marked as its own. */
  readonly target: string | undefined;
}

function readCard(article: Element): Card {
  const h1 = article.querySelector('h1');
  const heading = h1 ?? article.querySelector('h2, h3, h4, h5');
  const text = heading?.textContent?.trim() ?? '';
  const link = heading?.closest('a[href]') ?? heading?.querySelector('a[href]');
  const isLink = link && article.contains(link) && (link.textContent?.trim().length ?? 0) >= text.length * 0.8;
  const own = article.querySelector('a[rel~="bookmark"][href]') ?? (isLink && text !== '' ? link : undefined);
  return {
    article,
    letters: lettersOf(text),
    first: h1 !== null,
    target: own?.getAttribute('href') ?? undefined,
  };
}

function leadsElsewhere(target: string, own: string, url: string): boolean {
  if (target.startsWith('#') || target.startsWith('javascript:')) return false;
  return pageKey(resolveAddress(target, url) ?? target) !== own;
}

/** The prose of a page, as Latin letters, below which its cards are what it has to say. */
const OWN_PROSE = 400;

/** A card with more prose, as Latin letters, is a section of the story whose heading is a link. */
const LONGEST_TEASER = 500;

/** True where a page has hardly a text of its own beside its cards. */
function isListOfCards(all: readonly Card[], own: string, { measure, url }: PassContext): boolean {
  const others = all.filter(({ target }) => target !== undefined && leadsElsewhere(target, own, url));
  const prose = others.reduce((sum, { article }) => sum + measure.of(article).prose, 0);
  return prose > OWN_PROSE && measure.total.prose - prose < OWN_PROSE;
}

/**
 * `<article>`s whose heading is a link to another page: cards of other stories, not parts of this one. Where one
 * `<article>` has the page's title as its `h1`, those with another `h1` are the next stories, loaded below.
 */
export function cards(root: Element, context: PassContext): void {
  const own = pageKey(context.url);
  const title = lettersOf(context.title);
  const all = Array.from(root.querySelectorAll('article')).map(readCard);
  const titled = title === '' ? [] : all.filter(({ letters }) => letters === title);
  const headlined = titled.some(({ first }) => first);
  if (titled.length === 0 && isListOfCards(all, own, context)) return;
  for (const { article, letters, first, target } of all) {
    if (!root.contains(article) || (titled.length > 0 && letters === title)) continue;
    if (headlined && first) remove(article, 'cards', 'an article with another headline', context);
    else if (target !== undefined && leadsElsewhere(target, own, context.url)) {
      if (titled.length === 0 && context.measure.of(article).prose > LONGEST_TEASER) continue;
      if (titled.length > 0 || !holdsStory(article, context, 0.9))
        remove(article, 'cards', 'an article whose heading links to another page', context);
    }
  }
}
