import type { NameShape } from '../../model/east-asian-byline.ts';
import {
  BODY_ENDINGS,
  COMMAND_STARTS,
  LONG_SURNAMES,
  NOT_NAMES,
  OUTLET_ENDINGS,
  plainForm,
  SURNAMES,
} from './east-asian-words.ts';

const EAST_ASIAN = /^[\u3005-\u30ff\u4e00-\u9fff·]+$/;
const KANA = /[\u3040-\u30ff]/;
const LATIN_NAME = /^[\w.-]{2,20}(?: [\w.'’-]{1,20}){0,3}$/;
/** Characters of sentences that names do not have. 摄 marks a photographer. */
const NEVER_IN_NAMES = /[是了这摄们吗呢您你我他她它]/;
/** Pen names hold 的 as sentences do, but between two words: 渡口的风. */
const ODD_DE = /^的|的$|的.*的/;
const LONGEST_PEN_NAME = 8;

/** The shape of one name in its plain form (`plainForm`). */
export function nameShape(plain: string): NameShape {
  if (!EAST_ASIAN.test(plain)) return LATIN_NAME.test(plain) && /[a-z]/i.test(plain) ? 'pen-name' : 'none';
  if (plain.length < 2 || NEVER_IN_NAMES.test(plain) || ODD_DE.test(plain) || NOT_NAMES.has(plain) || isOutlet(plain))
    return 'none';
  if (plain.includes('·')) return plain.length <= 16 ? 'person' : 'none';
  if (KANA.test(plain)) return plain.length <= 9 ? 'pen-name' : 'none';
  if (isChineseName(plain) && !plain.includes('的')) return 'person';
  if (COMMAND_STARTS.some((word) => plain.startsWith(word))) return 'none';
  return plain.length <= LONGEST_PEN_NAME ? 'pen-name' : 'none';
}

/** A surname and a given name of one or two characters. */
function isChineseName(plain: string): boolean {
  if (LONG_SURNAMES.has(plain.slice(0, 2))) return plain.length === 3 || plain.length === 4;
  return SURNAMES.has(plain.charAt(0)) && plain.length <= 3;
}

/** True for the name of a newspaper, an agency, an office, in its plain form. */
export function isOutlet(plain: string): boolean {
  if (OUTLET_ENDINGS.some((ending) => plain.endsWith(ending))) return true;
  return (plain.length > 3 || !isChineseName(plain)) && BODY_ENDINGS.some((ending) => plain.endsWith(ending));
}

/** The shape of a name as a page writes it. */
export function shapeOf(name: string): NameShape {
  return nameShape(plainForm(name.trim()));
}
