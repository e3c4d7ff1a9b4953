/*
 * Letters without Unicode's classes (`\p{L}`): browsers rebuild their sets for every pattern that names one, a half to
 * two milliseconds each in a clip, whose patterns run but once or twice.
 */

/**
 * The letters of the scripts that news is written in, as ranges for a character class: Latin, Greek, Cyrillic and all up
 * to U+1FFF, East Asian scripts, full-width forms. The few signs among them (an Arabic comma) do no harm in our patterns.
 */
export const LETTERS =
  'A-Za-zªµºÀ-ÖØ-öø-ʯ\u0370-\u1fff\u2c00-\u2dff\u3005-\u3007\u3041-\u318f\u31a0-\u31ff\u3400-\ua4cf\ua500-\ud7a3\uf900-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc';

/** Han, Hangul, Hiragana and Katakana, as ranges for a character class. */
export const EAST_ASIAN_LETTERS =
  '\u1100-\u11ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3041-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\uff66-\uffdc';

const ASCII = /^[ -~\s]*$/;

/** Text, in lower case, of which the letters are plain to tell: Latin and Chinese, and their punctuation. */
const COMMON = /^[\0-\xa9\xdf-\u017f\u2000-\u206f\u3001-\u3003\u3008-\u3011\u4e00-\u9fef]*$/;
const COMMON_SIGNS = /[^a-z0-9\xdf-\xf6\xf8-\u017f\u4e00-\u9fef]+/g;
/** Signs inside words, which two spellings of a headline may have or not. */
const QUOTES = /['‘’“”"`´]/g;
const SIGNS = /[^\p{L}\p{N}\p{M}]+/gu;

/** Letters and digits only, in lower case, so that quotation marks and spaces do not tell two spellings of a text apart. */
export function lettersOf(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return withoutSigns(text.normalize('NFKC').toLowerCase(), '');
}

/** Lower-case text without signs, words apart by one space: compatibility forms resolved where there may be any. */
export function plainWords(text: string): string {
  const lower = text.toLowerCase().replace(QUOTES, '');
  // The browser loads its tables of forms when it is first asked; plain text has none.
  if (COMMON.test(lower)) return lower.replace(COMMON_SIGNS, ' ').trim();
  return withoutSigns(text.normalize('NFKC').toLowerCase().replace(QUOTES, ''), ' ').trim();
}

/** Returns the text in lower case, each run of other characters than letters, digits and marks replaced by `gap`. */
export function withoutSigns(text: string, gap: '' | ' '): string {
  return text.replace(COMMON.test(text) ? COMMON_SIGNS : SIGNS, gap);
}

/** Whether a text begins with a capital. */
export function beginsUpper(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
