import { indent } from './indent.ts';
import type { Rule } from './rule.ts';

/** Nested blocks are set in by four blanks: the one depth that CommonMark, kramdown and Pandoc all take for nested. */
const DEPTH = 4;

/** An item: `- text`, or `-   text` with the text at the depth of the blocks that follow it. */
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

/** An item without text; in an ordered list it still counts. */
export function emptyItem(item: Element): string {
  return item.parentNode?.nodeName === 'OL' ? `\n${markerOf(item)}\n` : '';
}

function markerOf(item: Element): string {
  const list = item.parentElement;
  const number = item.getAttribute('value');
  if (list?.nodeName !== 'OL' || number === null) return list?.getAttribute('data-marker') ?? '-';
  // Numbers out of order cannot be said in Markdown: they become text of the item.
  return list.hasAttribute('data-irregular') ? `- ${number}\\.` : `${number}.`;
}

/** GFM knows a task by its mark before a paragraph. */
function withTask(item: Element, text: string): string {
  const task = item.getAttribute('data-task');
  return task !== null && item.firstElementChild?.nodeName === 'P' ? `${task} ${text}` : text;
}

/** One line of text, and after it nothing but lists that follow without a blank line. */
function isSimple(item: Element): boolean {
  return item.parentElement?.hasAttribute('data-tight') === true && item.firstElementChild?.nodeName === 'P';
}
