const DIGITS = '〇一二三四五六七八九';
const OTHER_DIGITS: Readonly<Record<string, number>> = { 零: 0, '○': 0, 两: 2, 兩: 2 };
const HUNDRED = '百';
const TENS: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30 };

/** True for a character that Chinese and Japanese dates write numbers with. */
export function isHanNumeral(character: string): boolean {
  return character === HUNDRED || digitOf(character) !== undefined || Object.hasOwn(TENS, character);
}

/**
 * The value of a run of numerals as dates use them: `二〇二一` is 2021, `十六` 16, `二十三` 23, `廿一` 21, and in years of
 * the Republic of China `一百一十` 110, `一百零一` 101. Returns `undefined` for a thousand and more that is not written digit by digit.
 */
export function readHanNumber(run: string): number | undefined {
  const characters = [...run];
  if (!characters.some((character) => character === HUNDRED || Object.hasOwn(TENS, character))) {
    return characters.reduce<number>((value, character) => value * 10 + (digitOf(character) ?? 0), 0);
  }
  let total = 0;
  let pending: number | undefined;
  for (const character of characters) {
    const tens = TENS[character];
    if (character === HUNDRED) {
      total += (pending ?? 1) * 100;
      pending = undefined;
    } else if (tens === undefined) {
      pending = digitOf(character);
    } else {
      total += tens === 10 ? (pending ?? 1) * 10 : tens;
      pending = undefined;
    }
  }
  const value = total + (pending ?? 0);
  return value <= 999 ? value : undefined;
}

function digitOf(character: string): number | undefined {
  if (Object.hasOwn(OTHER_DIGITS, character)) return OTHER_DIGITS[character];
  const index = DIGITS.indexOf(character);
  return index === -1 ? undefined : index;
}
