import { beginsUpper, LETTERS, lettersOf } from '../../text/text-folding.ts';
import { type Block, blocksOf, isProse } from '../clean/blocks.ts';
import { isAfter } from '../clean/is-after.ts';
import { type PassContext, remove } from '../clean/pass.ts';
import { tells } from '../clean/tells.ts';
import { PICTURE_FILE } from '../prepare/pictures.ts';

/** A sign-off is at most this long. */
const SIGN_OFF_LENGTH = 500;

/** A longer heading is a paragraph set large; so is one that ends as a sentence does and is more than a call. */
const HEADING_LENGTH = 120;
const LABEL_LENGTH = 25;
const SENTENCE_END = /[.!?。！？][”"’»』」]?$/;

/** An address that is a line of the story is its source, or what it is about. */
const BARE_ADDRESS = /^https?:\/\/\S+$/;

/** Within so many characters a company or author is named that says who it is. */
const INTRODUCTION = 100;

/** Phrases that head an introduction; “Related products” and “Share the cost” are headings of a story. */
const INTRODUCES = /^(?:about|author|contact|\w+ contact|über|zur|à|sobre|acerca|关于|關於)/;

/** The tail begins after this share of the story. */
const TAIL_START = 0.6;

/** What follows the story's last paragraph: company boilerplate under its heading, sign-offs, left-over headings. */
export function tail(root: Element, context: PassContext): void {
  cutFromHeading(root, context);
  cutBoilerplate(root, context);
  cutLeftOvers(root, context);
  cutBadges(root, context);
}

function cutLeftOvers(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  if (!blocks.some(isProse)) return;
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i];
    if (!block || !isLeftOver(block, context)) break;
    remove(block.element, 'tail', `left over "${context.phrases.signOffs.startOf(block.text) ?? ''}"`, context);
  }
}

/** Pictures below the last line that lead to another page: badges, and the covers of other stories. */
function cutBadges(root: Element, context: PassContext): void {
  const last = blocksOf(root).at(-1)?.element;
  if (!last) return;
  for (const link of Array.from(root.querySelectorAll('a[href]'))) {
    if (isAfter(link, last) && isBadge(link, context)) {
      remove(link, 'tail', 'a picture that leads elsewhere', context);
    }
  }
}

/** A picture alone, without a caption, that leads neither to itself nor to a page of the story's own. */
function isBadge(link: Element, { url }: PassContext): boolean {
  const address = link.getAttribute('href') ?? '';
  if (!link.querySelector('img') || link.textContent?.trim()) return false;
  const isOwn = PICTURE_FILE.test(address) || address.startsWith(url);
  return !isOwn && !link.closest('figure')?.querySelector('figcaption');
}

function cutFromHeading(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  const total = blocks.reduce((sum, block) => sum + block.weight, 0);
  let before = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    const phrase =
      before > total * TAIL_START && isLabel(block) ? context.phrases.tailHeadings.startOf(block.text) : undefined;
    if (phrase !== undefined && endsStory(block, phrase, blocks[i + 1]) && !goesOn(block, blocks.slice(i + 1), total)) {
      for (const rest of blocks.slice(i)) remove(rest.element, 'tail', `after heading "${phrase}"`, context);
      return;
    }
    before += block.weight;
  }
}

/** More than this share of a story below a heading, in sections of its own, belongs to the story. */
const TAIL_SHARE = 0.15;

/** True where sections with headings of the same level follow: “About the book” below each of ten books. */
function goesOn(heading: Block, rest: readonly Block[], total: number): boolean {
  if (!heading.heading) return false;
  const weight = rest.reduce((sum, block) => sum + block.weight, 0);
  const others = rest.filter(
    ({ element }) => element.tagName <= heading.element.tagName && /^H\d$/.test(element.tagName),
  );
  return weight > total * TAIL_SHARE && others.length > 1;
}

/**
 * “Comments (3)”, or a heading “About Acme” above “Acme is …”; not “Share prices fall”, not “About half stayed”. A line
 * in bold is a paragraph of the story as long as it says more than such a heading.
 */
function endsStory({ text, heading }: Block, phrase: string, next: Block | undefined): boolean {
  const rest = lettersOf(text.slice(text.toLowerCase().indexOf(phrase) + phrase.length));
  if (/^\d*$/.test(rest)) return true;
  return heading && INTRODUCES.test(phrase) && lettersOf(next?.text.slice(0, INTRODUCTION) ?? '').includes(rest);
}

/** How a company sums itself up below its press release: “Acme (ACM) is a leading provider of …”. */
const BOILERPLATE = new RegExp(
  `^[${LETTERS}\\d.&’' -]{2,41}(?:\\([^)]{1,20}\\) )?(?:is|are) (?:a|an|the|one of|headquartered)\\b`,
);
const BUSINESS =
  /\b(?:provider|company|leader|manufacturer|supplier|group|firm|operator|developer|headquartered|listed on)\b/;

/** Two or more closing paragraphs of that kind: one alone may well end a story. */
function cutBoilerplate(root: Element, context: PassContext): void {
  const blocks = blocksOf(root);
  const last = blocks.findLastIndex(
    ({ text }) => !(BUSINESS.test(text) && beginsUpper(text) && BOILERPLATE.test(text)),
  );
  if (blocks.length - 1 - last < 2) return;
  for (const { element } of blocks.slice(last + 1)) remove(element, 'tail', 'the company about itself', context);
}

/** A heading, or a short line in bold. */
function isLabel(block: Block): boolean {
  if (block.weight > 60) return false;
  return block.heading || block.element.querySelector('strong, b')?.textContent?.trim() === block.text;
}

/** “- THE END -”, “（完）”: letters of lines that say nothing else. */
const END_MARKS = new Set('theend end ende fin fine 完'.split(' '));

/** Sign-offs that begin a sentence as well; “The author” speaks of the writer at the end of a story. */
const ORDINARY = /^(?:contact|email|follow|read more|download)$/;

function isLeftOver(block: Block, context: PassContext): boolean {
  const { phrases, authors } = context;
  if (block.element.closest('pre, table')) return false;
  if (block.weight <= SIGN_OFF_LENGTH && authors.isBiography(block.text)) return true;
  if (block.heading)
    return block.weight < HEADING_LENGTH && !(block.weight > LABEL_LENGTH && SENTENCE_END.test(block.text));
  if (BARE_ADDRESS.test(block.text)) return false;
  if (block.weight < LABEL_LENGTH && END_MARKS.has(lettersOf(block.text))) return true;
  const signOff = block.weight <= SIGN_OFF_LENGTH ? phrases.signOffs.startOf(block.text) : undefined;
  if (signOff !== undefined && (block.weight < 200 || block.linkShare > 0.1))
    return !ORDINARY.test(signOff) || !tells(block, signOff, context);
  return block.linkShare >= 0.8 && !isProse(block);
}
