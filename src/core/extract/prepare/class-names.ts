import { attributeOf } from '../../metadata/sources/elements.ts';

/**
 * Returns the classes of all elements of a tree in lower case, to be handed to `hasClassLike`. Of a live page as well: a
 * form whose control hides its attributes is passed over.
 */
export function classNames(root: Element): string {
  let names = '';
  for (const element of root.querySelectorAll('[class]')) names += `${attributeOf(element, 'class')}\n`;
  return names.toLowerCase();
}

/**
 * True where a class of the tree contains one of the words, in any case. Most pages have none of them, and the names tell
 * that in a tenth of the time that the selector takes: it compares each word with each class, letter by letter.
 *
 * @param names of the same tree or of one that it was a part of.
 */
export function hasClassLike(root: Element, names: string, words: readonly string[]): boolean {
  return words.some((word) => names.includes(word) && root.querySelector(`[class*="${word}" i]`) !== null);
}
