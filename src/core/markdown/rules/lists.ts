import type { Rule } from 'turndown';

/** Columns of indentation for nested blocks: the only depth that CommonMark, kramdown and Pandoc all read as nested. */
const DEPTH = 4;

/** A list. Two ordered lists in a row would be read as one: an empty comment separates them. */
export const list: Rule = {
  filter: ['ul', 'ol'],
  replacement(content, node) {
    const edge = isInTightItem(node) ? '\n' : '\n\n';
    const follows = node.nodeName === 'OL' && node.previousElementSibling?.nodeName === 'OL';
    return `${follows ? '\n\n<!-- -->\n\n' : edge}${content.replace(/^\n+|\n+$/g, '')}${edge}`;
  },
};

/** An item: `- text`, or `-   text` with the text at the column of the blocks that follow it. */
export const listItem: Rule = {
  filter: 'li',
  replacement(content, item) {
    const edge = item.parentElement?.hasAttribute('data-tight') ? '\n' : '\n\n';
    const marker = markerOf(item);
    const padded = isSimple(item) ? `${marker} ` : `${marker} `.padEnd(DEPTH);
    const text = indent(withTask(item, content.trim()), Math.max(DEPTH, padded.length));
    return `${edge}${padded}${text}${edge}`;
  },
};

/** Returns the Markdown of an item without text. In an ordered list it still counts; in a bullet list it is dropped. */
export function emptyItem(item: Element): string {
  return item.parentNode?.nodeName === 'OL' ? `\n${markerOf(item)}\n` : '';
}

/** Returns true for a block of a tight item. A blank line between such blocks would turn each item into a paragraph. */
export function isInTightItem(node: Node): boolean {
  const parent = node.parentNode;
  return parent?.nodeName === 'LI' && parent.parentElement?.hasAttribute('data-tight') === true;
}

/** Indents every line but the first by `width` columns. Empty lines stay empty. */
export function indent(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

function markerOf(item: Element): string {
  const list = item.parentElement;
  const number = item.getAttribute('value');
  if (list?.nodeName !== 'OL' || number === null) return list?.getAttribute('data-marker') ?? '-';
  // Markdown cannot express numbers out of order: they become text of the item.
  return list.hasAttribute('data-irregular') ? `- ${number}\\.` : `${number}.`;
}

/** Adds the task mark. GFM reads it only directly before a paragraph. */
function withTask(item: Element, text: string): string {
  const task = item.getAttribute('data-task');
  return task !== null && item.firstElementChild?.nodeName === 'P' ? `${task} ${text}` : text;
}

/** Returns true for one line of text, followed by nothing but lists without a blank line. */
function isSimple(item: Element): boolean {
  return item.parentElement?.hasAttribute('data-tight') === true && item.firstElementChild?.nodeName === 'P';
}
