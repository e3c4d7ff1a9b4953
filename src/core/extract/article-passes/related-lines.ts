import { lettersOf } from '../../text/text-folding.ts';
import { type Block, blocksOf, isProse, readBlock } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** A longer block is running text that happens to begin so. */
const LONGEST = 320;

/** A short block of these words needs no link to be recognised. */
const LABEL = 45;

/** The phrase by which a block leads to another story, if it does. */
function relatedPhrase(block: Block, next: Block | undefined, { phrases }: PassContext): string | undefined {
  if (block.weight > LONGEST) return undefined;
  const phrase = phrases.related.startOf(block.text);
  if (phrase === undefined) return undefined;
  if (block.linkShare >= 0.3 || isShouted(block.text)) return phrase;
  const whole = lettersOf(block.text) === lettersOf(phrase);
  if (!block.heading && !isShortLabel(block, whole)) return undefined;
  const bare = whole || /[:：]$/.test(block.text);
  // “Related work” above a paragraph heads a section of the story.
  return bare || !next || !isProse(next) ? phrase : undefined;
}

/** “Schon gelesen?” is one with its question mark: it says nothing else. */
function isShortLabel({ element, text, weight }: Block, whole: boolean): boolean {
  return weight <= LABEL && (whole || /[:：]$|^[^.!?。！？]*$/.test(text)) && !element.closest('li, td, dd');
}

/** `LEA TAMBIÉN: …`, `READ MORE: …`: the phrase in capitals with a colon is a label even where its link is lost. */
function isShouted(text: string): boolean {
  const label = /^([^:：]{3,30})[:：]/.exec(text)?.[1];
  return label !== undefined && label === label.toUpperCase() && label !== label.toLowerCase();
}

/** Lines that lead to other stories, and the links that follow a heading of that kind. */
export function relatedLines(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const phrase = block && root.contains(block.element) ? relatedPhrase(block, blocks[i + 1], context) : undefined;
    if (!block || phrase === undefined) continue;
    remove(block.element, 'related-lines', `begins "${phrase}"`, context);
    if (block.linkShare >= 0.3 && !block.heading) continue;
    for (let next = blocks[i + 1]; next && leadsOn(next); next = blocks[i + 1]) {
      remove(next.element, 'related-lines', 'link below such a line', context);
      i++;
    }
  }
}

/** A link below a label: a block of little else, or an item of a list whose items hold links. */
function leadsOn(block: Block): boolean {
  if (block.linkShare >= 0.6) return !isProse(block);
  const list = block.element.tagName === 'LI' ? block.element.parentElement : null;
  return list !== null && readBlock(list).linkShare >= 0.25;
}
