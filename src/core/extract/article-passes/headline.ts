import { MAX_TITLE } from '../../model/article.ts';
import { lettersOf } from '../../text/text-folding.ts';
import { type Block, blocksOf } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** A longer block is text, unless the title is as long. */
const LONGEST = 400;

/** How many blocks below the top the headline may be. */
const DEPTH = 12;

/** The headline where the story repeats it: the post has it as its title. */
export function headline(root: Element, context: PassContext): void {
  const title = lettersOf(context.title);
  const limit = Math.max(LONGEST, context.title.length * 2);
  // A title that was cut off leaves the body as the one place where all of it is.
  if (title.length < 2 || context.title.length > MAX_TITLE) return;
  const blocks = blocksOf(root);
  blocks.forEach((block, index) => {
    const top = index < DEPTH;
    if ((top || block.element.tagName === 'H1') && block.text.length <= limit && repeats(block, title)) {
      remove(block.element, 'headline', 'repeats the title', context);
    }
  });
}

function repeats(block: Block, title: string): boolean {
  const letters = lettersOf(block.text);
  if (letters === title) return true;
  if (block.element.tagName !== 'H1' && block.element.tagName !== 'H2') return false;
  if (letters.length < 8) return false;
  return title.includes(letters)
    ? letters.length > title.length * 0.6
    : letters.includes(title) && title.length > letters.length * 0.6;
}
