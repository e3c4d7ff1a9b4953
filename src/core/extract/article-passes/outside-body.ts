import { blocksOf, isProse } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** The declared body must hold this share of the chosen block's prose, else the story goes on outside it. */
const MOST = 0.8;

/** What Readability joined to the block that the page declares to be its story: all that follows it, and what is not prose before it. */
export function outsideBody(root: Element, context: PassContext): void {
  const { body, measure } = context;
  if (!body || body === root || !root.contains(body)) return;
  if (measure.proseNow(body) < measure.proseNow(root) * MOST) return;
  let after = false;
  for (const block of blocksOf(root)) {
    if (body.contains(block.element)) after = true;
    else if (after || !(isProse(block) || context.standfirst.includes(block.element)))
      remove(block.element, 'outside-body', after ? 'after the body' : 'before the body', context);
  }
}
