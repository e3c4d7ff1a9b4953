import { LETTERS } from '../../text/text-folding.ts';
import { type Block, blocksOf, isProse } from '../clean/blocks.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Longer blocks are running text; a notice of rights may be longer. */
const LABEL_LENGTH = 230;
const OPENING_LENGTH = 130;
const RIGHTS_LENGTH = 600;

/** A date, and what precedes it. */
const DATE_LINE = new RegExp(
  `^[${LETTERS}.,:|()/\\s–—-]{0,40}(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./年-]\\s?\\d{1,2}[./月-]\\s?\\d{1,2}日?|` +
    `\\d{1,2}\\.?\\s(?:de\\s)?[${LETTERS}]{3,10}\\.?,?\\s(?:de\\s)?\\d{4}|[${LETTERS}]{3,10}\\.?\\s\\d{1,2}[a-z]{0,2},?\\s\\d{4})`,
);
const DATE_LENGTH = 70;

/** In lower case. */
const TIME_LINE = new RegExp(
  `^(?:[${LETTERS}]+\\s)?\\d{1,2}[:.]\\d{2}(?:\\s?(?:uhr|[ap]\\.?m\\.?))?(?:\\s[${LETTERS}]{2,5})?$`,
);

const READING_TIME = new RegExp(`^\\d+\\s?(?:min(?:ut[a-z]{1,2})?\\b|минут)[${LETTERS}\\s.]{0,20}$`);

/** The name of a picture's file, where a content system shows it for a missing caption. */
const FILE_NAME = /^[\w%.-]+\.(?:jpe?g|png|gif|webp)$/i;

/** Of a sentence, not of `p.m.`; or of a note, which links back to its sign. */
const SENTENCE_END = /(?<!\b\w)[.!?。！？↩]\W?$/;

const A_DATE = 'a date';
const A_TIME = 'a time';
const THE_AUTHOR = 'the author';
const FORMS: ReadonlySet<string> = new Set([A_DATE, A_TIME, THE_AUTHOR]);

/** Removes byline, date, source, tags and rights where they are lines of the text. */
export function creditLines(root: Element, context: PassContext): void {
  const blocks = blocksOf(root).filter(({ element }) => !element.closest('pre, table'));
  const reasons = blocks.map((block) => labelReason(block, context));
  const atEdge = blocks.map((block) => edgeReason(block, context));
  const often = oftenGiven(atEdge);
  const isStory = (block: Block, index: number) =>
    !reasons[index] && isProse(block) && !context.eastAsian?.reasonOf(block.text);
  const firstProse = blocks.findIndex(isStory);
  const lastProse = blocks.findLastIndex(isStory);
  blocks.forEach((block, index) => {
    const outside = index < firstProse || index > lastProse;
    const reason = reasons[index] ?? (outside && atEdge[index]);
    if (reason && !often.has(reason)) remove(block.element, 'credit-lines', reason, context);
  });
}

/** So many times, or names of speakers, are the form of the story: a live blog, an interview. */
const OFTEN = 3;

/** The reasons that would take a line out so often that they are the form of the story. */
function oftenGiven(reasons: readonly (string | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    if (reason && FORMS.has(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= OFTEN).map(([reason]) => reason));
}

function labelReason(block: Block, context: PassContext): string | undefined {
  if (block.linkShare === 0 && FILE_NAME.test(block.text)) return 'the name of a file';
  const label = block.heading || block.weight > RIGHTS_LENGTH ? undefined : context.phrases.labels.startOf(block.text);
  if (label === undefined || (block.linkShare === 0 && context.eastAsian?.isTold(block.text, label))) return undefined;
  const rights = /©|copyright|版权|声明|rights|notice/i.test(label);
  return rights || block.weight <= LABEL_LENGTH ? `begins "${label}"` : undefined;
}

function edgeReason(block: Block, context: PassContext): string | undefined {
  const furniture = context.eastAsian?.reasonOf(block.text);
  if (furniture || block.weight > OPENING_LENGTH) return furniture;
  const isEnded = SENTENCE_END.test(block.text);
  const sentence = isEnded && (block.weight > 60 || /[？?]$/.test(block.text));
  const opening = block.heading || sentence ? undefined : context.phrases.openings.startOf(block.text);
  if (opening !== undefined && !context.eastAsian?.isTold(block.text, opening)) return `begins "${opening}"`;
  if (/\d/.test(block.text)) {
    const lower = block.text.toLowerCase();
    if (!isEnded && block.weight < DATE_LENGTH && DATE_LINE.test(block.text)) return A_DATE;
    if (TIME_LINE.test(lower)) return A_TIME;
    if (READING_TIME.test(lower)) return 'a reading time';
  }
  return context.authors.isName(block.text) ? THE_AUTHOR : undefined;
}
