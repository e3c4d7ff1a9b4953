/** At noon it is 11 to 14 o'clock; at night 12 and the hours after it are of the next day. */
export type Half = 'am' | 'pm' | 'noon' | 'night';

/** Words for the halves of the day, before or after the hour. */
const WORDS: Readonly<Record<Half, string>> = {
  am: 'am a πμ π ص صباحا صباحًا 上午 凌晨 清晨 早上 早晨 午前 오전',
  pm: 'pm p μμ μ م مساء مساءً 下午 傍晚 午后 午後 오후',
  noon: '中午',
  night: '晚上 晚间 晚間 夜里 夜裡 夜间 夜間 深夜',
};

/** The half of the day that a word names. */
export const HALVES: ReadonlyMap<string, Half> = new Map(
  Object.entries(WORDS).flatMap(([half, words]) => words.split(' ').map((word) => [word, half as Half] as const)),
);
