import { type Block, blocksOf, isProse } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** A page with fewer paragraphs of running text may be a list of links: there they are the story. */
const ENOUGH_PROSE = 3;

/** Returns the end of a host name that a publisher's own hosts share: two labels, three where the second is short. */
function siteOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const labels = new URL(address).hostname.split('.');
  return labels.slice(labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 ? -3 : -2).join('.');
}

/** A link to another site is a source, a shop or a reference. A bare address is a source too. */
function leadsAway({ element, text }: Block, site: string): boolean {
  if (/^https?:\/\/\S+$/.test(text)) return true;
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  return siteOf(link?.getAttribute('href') ?? '') !== site;
}

function isLinkBlock(block: Block): boolean {
  return block.linkShare >= 0.85 && block.weight >= 8 && !block.element.closest('table, figure, sup, blockquote');
}

/** A line of a list of recommendations: short, in bold or numbered, nothing but a link. */
const ENTRY_LENGTH = 70;
const NUMBERED = /^(?:\d{1,3}[.)、:：]|[①-⑳])\s*\S/;

/** A heading, or a line that serves as one. */
function isHead(block: Block): boolean {
  if (block.heading) return true;
  if (block.weight > ENTRY_LENGTH || block.element.tagName === 'LI') return false;
  if (isShouted(block.text)) return false;
  const bold = block.element.closest('strong, b') ?? block.element.querySelector('strong, b');
  return NUMBERED.test(block.text) || bold?.textContent?.trim() === block.text;
}

/** True for words in capitals: a call to read something else. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** True where the text that belongs to a heading follows it, perhaps below a heading of a lower level. */
function headsText(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (!block || !isHead(block)) return false;
  const [before, next, second] = [blocks[index - 1], blocks[index + 1], blocks[index + 2]];
  const isSame = (other: Block | undefined) => other?.element.tagName === block.element.tagName && isLinkBlock(other);
  if (!next || (block.heading && isSame(before))) return false;
  if (!next.heading) return next.linkShare < 0.5;
  if (next.element.tagName <= block.element.tagName || !second) return false;
  return !second.heading && second.linkShare < 0.5;
}

/** So many headings in boxes of their own are those of a list; fewer are teasers. */
const LIST_OF_HEADS = 3;

/** The links that are headings of the text, not ways to other stories. */
function headsOf(blocks: readonly Block[]): ReadonlySet<Block> {
  const heads = blocks.filter((block, index) => isLinkBlock(block) && headsText(blocks, index));
  if (heads.length >= LIST_OF_HEADS) return new Set(heads);
  const next = (block: Block) => blocks[blocks.indexOf(block) + 1];
  return new Set(heads.filter((block) => block.element.parentElement?.contains(next(block)?.element ?? null)));
}

/** A list is introduced by a sentence that ends in a colon: “These are the five:”. */
const INTRODUCES = /[:：]$/;

/** True for a ranking or a list that the text introduces: its items are the story's. */
function isToldOf(list: Element, blocks: readonly Block[]): boolean {
  const first = blocks.findIndex(({ element }) => list.contains(element));
  const before = blocks[first - 1];
  if (!before || before.linkShare >= 0.5) return false;
  return list.tagName === 'OL' || (INTRODUCES.test(before.text) && !before.heading && isProse(before));
}

/** Paragraphs, headings and list items that are nothing but a link, in a story that is running text. */
export function linkBlocks(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  const prose = blocks.filter(isProse);
  if (prose.length < ENOUGH_PROSE) return;
  const proseWeight = prose.reduce((sum, block) => sum + block.weight, 0);
  const links = blocks.filter(isLinkBlock);
  const site = siteOf(context.url);
  const linkWeight = links.reduce((sum, block) => sum + block.weight, 0);
  if (linkWeight > proseWeight * 0.8) return;
  const heads = headsOf(blocks);
  for (const block of links) {
    const list = block.element.tagName === 'LI' ? block.element.parentElement : null;
    if (list && (!isLinkList(list) || isToldOf(list, blocks))) continue;
    if (heads.has(block)) continue;
    if (isFootnote(block.element) || leadsAway(block, site)) continue;
    remove(block.element, 'link-blocks', 'nothing but a link', context);
  }
}

/** True where nearly all items of a list are links. */
function isLinkList(list: Element): boolean {
  const blocks = blocksOf(list);
  return blocks.filter((block) => block.linkShare >= 0.8).length >= blocks.length * 0.75;
}

function isFootnote(element: Element): boolean {
  return (
    element.closest('[id^="fn"], [id^="cite"], [id^="ref"], .footnotes, .references, [role="doc-endnotes"]') !== null
  );
}
