import { type Block, blocksOf, readBlock } from '../clean/blocks.ts';

/** A longer block is text that begins so. */
const LONGEST = 90;

/** What a manual says of itself around its text, in the languages that manuals are written in most. */
const TOOLS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[
    'was this (?:page|article|section|information|helpful)|(?:did|does) this (?:page|article) help|is this page (?:helpful|useful)',
    'edit (?:this page|on git)|suggest (?:an? )?(?:edit|change|improvement)|improve this (?:page|doc)|help improve',
    '(?:report|submit|send|give|provide) (?:an? |us )?(?:feedback|issue|problem|bug|correction)|rate this page',
    '(?:on|in) this (?:page|article|section)$|table of contents$|contents$|jump to (?:navigation|search)|skip to|back to top',
    'copy (?:page|link|item path)|view (?:page )?source|expand description|last (?:updated|modified|reviewed|edited)',
    '(?:previous|next)(?: page| topic| chapter)?$',
    'war diese (?:seite|information) hilfreich|auf dieser seite$|in diesem artikel$|diese seite bearbeiten',
    'cette page vous a|sur cette page$|dans cet article$|modifier cette page|en esta página$|en este artículo$|¿(?:te|le) ha resultado útil',
    '本页(?:内容|目录)|本頁(?:內容|目錄)|(?:此|本)(?:页面?|頁面?|文)(?:是否|对您|對您)|编辑此页|編輯此頁|上一[页頁篇]|下一[页頁篇]',
    'このページの内容|この記事の内容|このページは役に立',
  ].join('|')})`,
  'iu',
);

/** A list of so many links to places of its own page is its table of contents. */
const LEAST_LINKS = 2;
const MOSTLY = 0.8;

/** Takes out what is around the text of a manual's page: its table of contents, and calls to rate or to edit it. */
export function manualTools(root: Element, drop: (element: Element, reason: string) => void): void {
  for (const list of Array.from(root.querySelectorAll('ul, ol, dl'))) {
    if (root.contains(list) && isContents(list)) drop(list, 'table of contents');
  }
  for (const block of blocksOf(root)) {
    if (isTool(block)) drop(block.element, 'speaks of the page');
  }
}

function isContents(list: Element): boolean {
  const links = Array.from(list.querySelectorAll('a[href]'));
  if (links.length < LEAST_LINKS || links.some((link) => !link.getAttribute('href')?.startsWith('#'))) return false;
  return readBlock(list).linkShare >= MOSTLY;
}

function isTool({ element, text, weight }: Block): boolean {
  return weight <= LONGEST && TOOLS.test(text) && !element.closest('pre, table');
}
