import { lettersOf } from '../../text/text-folding.ts';
import { PICTURE_FILE } from '../prepare/pictures.ts';
import { type NamedElement, type NameTable, rawNames } from './names.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { hasTextBeside, isFigureBox, isInSentence } from './part-of-story.ts';
import { type PassContext, remove } from './pass.ts';

/** Above this share of the page's prose an element holds (part of) the story, whatever it is called. */
const STORY_SHARE = 0.3;

const NEVER = new Set(['HTML', 'BODY', 'MAIN']);

/** True where an element is likely to hold the story or a good part of it, so that its name must not condemn it. */
export function holdsStory(element: Element, context: PassContext, share = STORY_SHARE): boolean {
  if (NEVER.has(element.tagName)) return true;
  if (element.tagName === 'ARTICLE') share /= 3;
  return context.measure.proseShare(element) > share;
}

/** Elements that are one paragraph or less: a name that much of the story's paragraphs bear does not name boilerplate. */
const PARAGRAPHS = new Set(['P', 'SPAN', 'LI', 'BLOCKQUOTE', 'H2', 'H3', 'TD', 'TR']);
const PARAGRAPH_SHARE = 0.25;

function namesOfStory(found: readonly NamedElement[], context: PassContext): ReadonlySet<string> {
  const shares = new Map<string, number>();
  for (const { element } of found) {
    if (!PARAGRAPHS.has(element.tagName)) continue;
    const names = rawNames(element);
    shares.set(names, (shares.get(names) ?? 0) + context.measure.proseShare(element));
  }
  return new Set([...shares].filter(([, share]) => share > PARAGRAPH_SHARE).map(([names]) => names));
}

/** A shorter id may be a name and the heading's only word by chance. */
const ANCHOR_LENGTH = 10;

/**
 * True for a section whose id is made to be linked to: of its heading's words (“How popular is it?” is not a popularity
 * bar), or such that the heading itself leads to it.
 */
function isAnchored(element: Element): boolean {
  const id = element.getAttribute('id') ?? '';
  const heading = id === '' ? null : element.querySelector('h2, h3, h4, h5, h6');
  if (!heading) return false;
  const letters = lettersOf(id);
  if (letters.length >= ANCHOR_LENGTH && lettersOf(heading.textContent ?? '').startsWith(letters)) return true;
  const place = heading.querySelector('a[href^="#"]')?.getAttribute('href')?.slice(1) ?? '';
  return place !== '' && id.endsWith(place);
}

/**
 * Removes the elements whose class or id holds a word of the table, unless they hold the story or are part of its text.
 *
 * @param share of the page's prose above which an element holds the story.
 * @param isSpared further elements to keep.
 */
export function dropNamed(
  pass: string,
  table: NameTable,
  root: Element,
  context: PassContext,
  share?: number,
  isSpared: (element: Element) => boolean = () => false,
): void {
  const found = context.names.find(table);
  const spared = namesOfStory(found, context);
  const isOrdinary = ordinaryWords(found, context);
  for (const { element, word } of found) {
    if (spared.size > 0 && spared.has(rawNames(element))) continue;
    if (isOrdinary(word) || isAnchored(element)) continue;
    if (!root.contains(element) || holdsStory(element, context, share)) continue;
    if (isInSentence(element) || isStoryPicture(element) || isSpared(element)) continue;
    remove(element, pass, `named "${word}"`, context);
  }
}

/**
 * A figure with running text beside it belongs to the story, whatever its box is called; and so does a link to a picture's
 * file: “popup” and “lightbox” name how it opens.
 */
export function isStoryPicture(element: Element): boolean {
  return PICTURE_FILE.test(element.getAttribute('href') ?? '') || (isFigureBox(element) && hasTextBeside(element));
}
