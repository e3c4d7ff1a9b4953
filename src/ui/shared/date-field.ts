import { isRealDay } from '../../core/dates/civil-date.ts';
import type { Published } from '../../core/model/article.ts';

/**
 * A moment as people type it: a day, perhaps a time, perhaps an offset. Full-width digits and 年月日 are read too.
 */
const TYPED_DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?$/;

/** The day and time of a moment, without its offset: `2021-07-16 13:01`. Empty where unknown. */
export function dateText(published: Published | undefined): string {
  if (!published) return '';
  const [day = '', rest = ''] = published.value.split('T');
  const time = /^\d{2}:\d{2}(?::\d{2})?/.exec(rest)?.[0] ?? '';
  const shown = published.precision === 'second' && !time.endsWith(':00') ? time : time.slice(0, 5);
  return shown === '' ? day : `${day} ${shown}`;
}

/** The offset of a moment, such as `+08:00`; empty where it has none. */
export function offsetOf(published: Published): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(published.value.split('T')[1] ?? '')?.[0].replace('Z', '+00:00') ?? '';
}

/**
 * Reads what the user typed into the date field.
 *
 * @param before the page's own date-time: the same text returns it whole, and a typed time without an offset keeps
 * its offset, since the publisher's zone does not change with a corrected hour.
 * @returns nothing for an empty field, `invalid` for what is not a date.
 */
export function readDate(typed: string, before: Published | undefined): Published | undefined | 'invalid' {
  const text = typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  if (before && text === dateText(before)) return before;

  const match = TYPED_DATE.exec(text);
  if (!match) return 'invalid';
  const [, year = '', month = '', day = '', hour, minute = '00', second, offset] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isRealDay({ year: Number(year), month: Number(month), day: Number(day) })) return 'invalid';
  if (hour === undefined) {
    return offset === undefined ? { value: date, precision: 'day', zone: 'none', origin: 'user' } : 'invalid';
  }

  const time = `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
  const zone = offset === undefined ? (before ? offsetOf(before) : '') : withColon(offset);
  const value = `${date}T${time}${zone}`;
  const instant = Date.parse(zone === '' ? `${value}Z` : value);
  if (Number.isNaN(instant)) return 'invalid';
  return {
    value,
    ...(zone === '' ? {} : { instant }),
    precision: second === undefined ? 'minute' : 'second',
    zone: zone === '' ? 'none' : offset === undefined && before ? before.zone : 'stated',
    origin: 'user',
  };
}

function withColon(offset: string): string {
  if (offset === 'Z') return '+00:00';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}
