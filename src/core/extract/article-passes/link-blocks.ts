import { type Block, blocksOf, isProse } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** A page with fewer paragraphs of running text may be a list of links: there they are the story. */
const ENOUGH_PROSE = 3;

/** The end of a host name that a publisher's own hosts share: its last two labels, three where the second is short. */
function siteOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const labels = new URL(address).hostname.split('.');
  return labels.slice(labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 ? -3 : -2).join('.');
}

/** A link to another site is a source, a shop, a reference; a bare address is a source too. */
function leadsAway({ element, text }: Block, site: string): boolean {
  if (/^https?:\/\/\S+$/.test(text)) return true;
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  return siteOf(link?.getAttribute('href') ?? '') !== site;
}

function isLinkBlock(block: Block): boolean {
  return block.linkShare >= 0.85 && block.weight >= 8 && !block.element.closest('table, figure, sup, blockquote');
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
  for (const block of links) {
    const list = block.element.tagName === 'LI' ? block.element.parentElement : null;
    if (list && !isLinkList(list)) continue;
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
