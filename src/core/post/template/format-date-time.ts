import type { PartialDateTime } from '../../dates/partial-date-time.ts';

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MM|M|DD|D|HH|H|mm|ss|Z/g;

/**
 * Formats a date-time: `YYYY YY MM M DD D HH H mm ss Z` (the offset, `+08:00`), `[text]` for literal text.
 * Where the time is not known, the time tokens become zeros and `Z` nothing.
 */
export function formatDateTime(dateTime: PartialDateTime, pattern: string): string {
  const [year = '', month = '', day = ''] = dateTime.day.split('-');
  const [hour = '', minute = '', second = ''] = (dateTime.time ?? '00:00:00').split(':');
  const tokens: Record<string, string> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    M: bare(month),
    DD: day,
    D: bare(day),
    HH: hour,
    H: bare(hour),
    mm: minute,
    ss: second,
    Z: dateTime.zone ?? '',
  };
  return pattern.replace(TOKEN, (token, quoted: string | undefined) => quoted ?? tokens[token] ?? token);
}

function bare(digits: string): string {
  return String(Number(digits));
}
