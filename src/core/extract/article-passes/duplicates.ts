import { blocksOf } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Shorter blocks may well occur in a story twice: a question in an interview, a dish in a plan of meals. */
const SHORTEST = 220;

/** Removes long paragraphs that occur in the story a second time. */
export function repeats(root: Element, context: PassContext): void {
  const blocks = blocksOf(root).filter(({ weight, element }) => weight >= SHORTEST && !element.closest('pre, table'));
  const seen = new Set<string>();
  for (const { element, text } of blocks) {
    if (seen.has(text)) remove(element, 'repeats', 'stands above word for word', context);
    seen.add(text);
  }
}
