import { attributeOf } from '../../metadata/sources/elements.ts';

/** The classes of all elements of a tree in lower case, read when first asked for. */
export type ClassNames = () => string;

/**
 * Returns the classes of a tree, to be handed to `hasClassLike`. Of a live page as well: a form whose control hides its
 * attributes is passed over.
 */
export function classNames(root: Element): ClassNames {
  let names: string | undefined;
  return () => {
    names ??= readClasses(root);
    return names;
  };
}

function readClasses(root: Element): string {
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
export function hasClassLike(root: Element, names: ClassNames, words: readonly string[]): boolean {
  return words.some((word) => names().includes(word) && root.querySelector(`[class*="${word}" i]`) !== null);
}
