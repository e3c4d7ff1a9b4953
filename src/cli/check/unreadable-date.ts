import { dateLineOf } from './date-line.ts';
import type { PostText } from './post-text.ts';
import type { Problem } from './problem.ts';

const NUMERIC = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?|(?!\d))/i;
/** As mail and feeds write it: `Sun, 01 Nov 2026 08:00:00 +0800`. */
const WORDS = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/**
 * Says that a post states a date that the calendar does not have. Jekyll 4.3 ends the build for all posts where it cannot
 * read the date of one (`Utils.parse_date`), and makes 2 March of 30 February.
 */
export function unreadableDate(post: PostText): Problem | undefined {
  const date = dateLineOf(post)?.value;
  if (date === undefined || isDate(date)) return undefined;
  const what = date === '' ? 'The date is empty' : `There is no date ${date}`;
  return { kind: 'date', message: `${what}: programs do not build the site, or take another day.` };
}

function isDate(text: string): boolean {
  const [, year, , month, day, hour = '0', minute = '0', second = '0'] = NUMERIC.exec(text) ?? [];
  if (year === undefined) return WORDS.test(text) && /\d{4}/.test(text);
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return isDay && Number(hour) <= 24 && Number(minute) < 60 && Number(second) <= 60;
}
