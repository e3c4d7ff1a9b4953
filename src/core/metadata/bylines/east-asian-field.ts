import type { EastAsianField } from '../../model/east-asian-byline.ts';
import { hasEastAsian, readEastAsianByline } from './east-asian-byline.ts';
import { nameShape } from './east-asian-names.ts';
import { plainForm } from './east-asian-words.ts';

const LONGEST = 160;
/** A label of anything with its value, as far as the next space or sign: `来源：新华网`. */
const LABELLED_VALUE = /[\u3005-\u9fff]{1,8} ?: ?(?:[^ ,|/;()]+)?/g;
/** Names in full with nothing beside them: `海野太郎、山田花子`. Each alone may be a pen name, together they are a list. */
const NAMES_ALONE = /^[\u3005\u3040-\u30ff\u3400-\u9fff]{2,6}(?:、[\u3005\u3040-\u30ff\u3400-\u9fff]{2,6})+$/;
const COMING_FROM = /^(?:来自|来源于|转自|摘自|选自)/;

/**
 * The names in an element that a page marks as a byline. Skips the values of labels other than a writer's. Of
 * the rest it returns what has the shape of a name.
 *
 * @returns `undefined` where the text is not East Asian: other rules read it.
 */
export function readEastAsianField(text: string): EastAsianField | undefined {
  if (text.length > LONGEST || !hasEastAsian(text)) return undefined;
  const labelled = text
    .split('\n')
    .map((line) => readEastAsianByline(line))
    .find((byline) => byline !== undefined);
  if (labelled) return { names: labelled.names, labelled: true, isPerson: true };
  const plain = plainForm(text);
  const rest = plain.replace(LABELLED_VALUE, (value) => ' '.repeat(value.length));
  const isList = NAMES_ALONE.test(text.trim());
  const names: string[] = [];
  let isPerson = false;
  for (const { 0: word, index } of rest.matchAll(/[^ ,|/;()=]+/g)) {
    if (COMING_FROM.test(word)) break;
    const shape = nameShape(word);
    if (shape === 'none' || !hasEastAsian(word) || (shape === 'pen-name' && names.length > 0 && !isList)) continue;
    isPerson ||= shape === 'person';
    names.push(text.slice(index, index + word.length));
  }
  return { names, labelled: false, isPerson };
}
