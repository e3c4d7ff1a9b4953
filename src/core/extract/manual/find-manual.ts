import type { StatedKind } from '../../model/modules.ts';
import { resolveAddress } from '../../text/addresses.ts';
import { blockAround } from '../block-around.ts';
import { elementsInOrder } from '../elements-in-order.ts';
import { findContents } from './find-contents.ts';
import { FURNITURE, LEAST_SECTIONS } from './manual-signs.ts';

/** Fewer inline code elements occur in articles too. */
const LEAST_CODE = 3;

const SECTION_HEADING = /^H[2-4]$/;

/** `Node.DOCUMENT_POSITION_PRECEDING`, by number: `core/` has no globals. */
const PRECEDING = 2;

/**
 * The block of a manual's page that holds its text: the smallest around its title and its sections, those headings that
 * the table of contents beside, or a link of their own, leads to. Undefined where the page has none or they are all over it.
 * Takes the ids from the sections.
 *
 * @param stated what the page states that it is.
 */
export function findManual(page: Element, url: string, stated?: StatedKind): Element | undefined {
  // A preview says of nearly every page that it is an article.
  if (stated) return stated === 'shared-article' ? findContents(page) : undefined;
  const places = placesLinkedTo(page, url);
  const headings = elementsInOrder(page, ({ tagName }) => tagName === 'H1' || SECTION_HEADING.test(tagName));
  const sections = headings.filter(
    (heading) => heading.tagName !== 'H1' && !heading.closest(FURNITURE) && isLinkedTo(heading, places),
  );
  const [first] = sections;
  if (!first || sections.length < LEAST_SECTIONS) return findContents(page);
  const title = headings.findLast(
    (heading) => heading.tagName === 'H1' && first.compareDocumentPosition(heading) & PRECEDING,
  );
  const titled = title && blockAround([title, ...sections]);
  const block = titled && titled !== page ? titled : blockAround(sections);
  if (!block || block === page || !isTechnical(block)) return undefined;
  // An id that is an address says nothing of what its section is: "see-also".
  for (const heading of sections) sectionOf(heading)?.removeAttribute('id');
  return block;
}

/** True for a block with code or keys: a long article has a table of contents as well. */
function isTechnical(block: Element): boolean {
  return block.querySelector('pre, kbd, samp') !== null || block.querySelectorAll('code').length >= LEAST_CODE;
}

/** The ids that links of a page lead to within it. */
function placesLinkedTo(page: Element, url: string): ReadonlySet<string> {
  const places = new Set<string>();
  const own = url.replace(/#.*/, '');
  for (const link of Array.from(page.querySelectorAll('a[href*="#"]'))) {
    const [address = '', place = ''] = (link.getAttribute('href') ?? '').split('#');
    if (place !== '' && (address === '' || resolveAddress(address, own) === own)) places.add(decoded(place));
  }
  return places;
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    // A percent sign that encodes nothing is part of the id.
    return place;
  }
}

/** An id is on the heading, in it, right before it, or on the section that it opens. */
function isLinkedTo(heading: Element, places: ReadonlySet<string>): boolean {
  const inside = Array.from(heading.querySelectorAll('[id], a[name]'));
  return [heading, sectionOf(heading), heading.previousElementSibling, ...inside].some((holder) => {
    const place = holder?.getAttribute('id') ?? holder?.getAttribute('name') ?? '';
    return place !== '' && places.has(place);
  });
}

/** The element that a heading opens, perhaps behind one anchor. */
function sectionOf(heading: Element): Element | undefined {
  const { parentElement, previousElementSibling } = heading;
  const isFirst = !previousElementSibling || previousElementSibling === parentElement?.firstElementChild;
  return isFirst ? (parentElement ?? undefined) : undefined;
}
