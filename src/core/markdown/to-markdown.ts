import { normalizeStory } from './normalize/normalize-story.ts';
import { blockQuote } from './rules/block-quote.ts';
import { codeBlock } from './rules/code-block.ts';
import { noteSign, noteText } from './rules/footnotes.ts';
import { heading } from './rules/heading.ts';
import { htmlMarks } from './rules/html-marks.ts';
import { image } from './rules/image.ts';
import { inlineCode } from './rules/inline-code.ts';
import { lineBreak } from './rules/line-break.ts';
import { link } from './rules/link.ts';
import { list } from './rules/list.ts';
import { emptyItem, listItem } from './rules/list-item.ts';
import { marks } from './rules/marks.ts';
import { displayMaths, inlineMaths } from './rules/maths.ts';
import { paragraph } from './rules/paragraph.ts';
import { table, tableCell, tableRow } from './rules/table.ts';
import { thematicBreak } from './rules/thematic-break.ts';
import { TreeStrings } from './write-tree.ts';

/** Every rule; of two that fit an element, the later one holds. */
const RULES = [
  paragraph,
  heading,
  marks,
  htmlMarks,
  link,
  image,
  lineBreak,
  inlineCode,
  inlineMaths,
  codeBlock,
  displayMaths,
  blockQuote,
  list,
  listItem,
  tableCell,
  tableRow,
  table,
  thematicBreak,
  noteSign,
  noteText,
];

const strings = new TreeStrings(RULES, (_content, element) => (element.localName === 'li' ? emptyItem(element) : ''));

/**
 * Neutral GitHub-flavoured Markdown of a sanitised story. "Neutral": right in CommonMark + GFM, and written so that
 * `core/post` can turn it into a preset's dialect without parsing HTML. The story is not changed.
 *
 * Three steps: `normalizeStory` brings the tree into the shapes that Markdown has, the rules turn elements into strings in
 * which marks are still signs, and `writeInline` writes each line of text with both its neighbours in view.
 */
export function toMarkdown(story: Element): string {
  return strings.inside(normalizeStory(story)).replace(/^\n+/, '').trimEnd();
}
