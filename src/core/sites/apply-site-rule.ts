import type { Removal } from '../model/article.ts';
import type { OrderRule, SiteRule } from '../model/site-rule.ts';

/**
 * Does with a page what its publisher's rule says.
 *
 * @returns a container with the story's elements, or undefined where the rule does not say where the story is or
 *   nothing with text is there: then the general rules process the page.
 */
export function applySiteRule(page: Element, rule: SiteRule, trace: Removal[]): Element | undefined {
  for (const selector of rule.drop ?? []) {
    for (const element of Array.from(page.querySelectorAll(selector))) {
      trace.push({ pass: 'site-rule', reason: selector, text: (element.textContent ?? '').trim().slice(0, 120) });
      element.remove();
    }
  }
  if (rule.order) putInOrder(page, rule.order);
  for (const selector of rule.take ?? []) {
    const elements = Array.from(page.querySelectorAll(selector)).filter((element) => element.textContent?.trim());
    if (elements.length === 0) continue;
    const root = page.ownerDocument.createElement('div');
    root.append(...elements);
    return root;
  }
  return undefined;
}

/** Puts shuffled elements back in order; those without a readable rank keep their places. */
function putInOrder(page: Element, rule: OrderRule): void {
  const ranked: { element: Element; rank: number }[] = [];
  for (const element of Array.from(page.querySelectorAll(rule.selector))) {
    const code = (element.getAttribute(rule.attribute) ?? '').slice(rule.skip);
    const rank = Number.parseInt(rule.encoding === 'base32' ? decodeBase32(code) : code, 10);
    if (!Number.isNaN(rank)) ranked.push({ element, rank });
  }
  const places = ranked.map(({ element }) => {
    const place = page.ownerDocument.createComment('');
    element.replaceWith(place);
    return place;
  });
  ranked.sort((a, b) => a.rank - b.rank);
  ranked.forEach(({ element }, index) => {
    places[index]?.replaceWith(element);
  });
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Returns the ASCII text of a base32 spelling (RFC 4648, padding optional); empty where it is not one. */
export function decodeBase32(code: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const letter of code.toUpperCase().replace(/=+$/, '')) {
    const value = BASE32.indexOf(letter);
    if (value === -1) return '';
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      text += String.fromCharCode((held >> bits) & 0xff);
      held &= (1 << bits) - 1;
    }
  }
  return text;
}
